"""Tickets and operators, pure: permissions, the order of the queue, hours, code names."""

# intake, desk and console by their argument, the model beside each (python -m nlu.runtime), and commands by hand.
# Python 3.11, no compiler, no shell history.
# Build from the repository's root: docker build -f deploy/bot.Dockerfile .
FROM python:3.11-slim-bookworm AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
COPY scripts/uv.txt /tmp/uv.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/uv.txt
WORKDIR /app
COPY pyproject.toml uv.lock README.md LICENSE LICENSE-content ./
RUN uv sync --frozen --no-default-groups --no-install-project
COPY bot bot
COPY flows flows
COPY nlu/*.py nlu/
COPY nlu/bundle nlu/bundle
COPY nlu/context nlu/context
COPY nlu/keywords nlu/keywords
COPY nlu/lexicon nlu/lexicon
COPY nlu/runtime nlu/runtime
COPY content content
RUN uv sync --frozen --no-default-groups

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin helpline
WORKDIR /app
COPY --from=build /app /app
ENV PATH=/app/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER 10001
EXPOSE 8443 9100
ENTRYPOINT ["python", "-m", "bot"]
CMD ["intake"]

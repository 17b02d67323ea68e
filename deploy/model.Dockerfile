# The model: its own environment (Python 3.10, Rasa). Its archive is made while the image is built,
# from the bundle, so that a container starts without a way out. Build from the repository's root.
FROM python:3.10-slim-bookworm AS build
ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy
COPY scripts/uv.txt /tmp/uv.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/uv.txt
WORKDIR /app/nlu/model
COPY nlu/model/pyproject.toml nlu/model/uv.lock nlu/model/.python-version ./
RUN uv sync --frozen --no-dev
COPY nlu/__init__.py /app/nlu/
COPY nlu/runtime /app/nlu/runtime
COPY nlu/bundle /app/nlu/bundle
COPY nlu/model ./
# the cache of vectors serves training alone, and is as large as all else
RUN .venv/bin/python train.py && rm -rf .cache/*

FROM python:3.10-slim-bookworm
RUN useradd --uid 10002 --no-create-home --shell /usr/sbin/nologin model
COPY --from=build /app /app
WORKDIR /app/nlu/model
ENV PATH=/app/nlu/model/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
USER 10002
EXPOSE 5005
ENTRYPOINT ["python", "serve.py", "--host", "0.0.0.0"]

"""A server on loopback for the length of a block, and a handler that sends whole answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeVar

__all__ = ["WholeAnswers", "serving"]

Server = TypeVar("Server", bound=ThreadingHTTPServer)


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """Run a server for the length of a block."""
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class WholeAnswers(BaseHTTPRequestHandler):
    """A handler that sends a body at once and then closes the connection."""

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.over()
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def over(self) -> None:
        """Take note that the answer is known and about to be sent."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""

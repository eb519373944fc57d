"""Follow a command center's stream, as docs/protocol.md describes it: a client that shares no code with it.

    CC_TOKEN=… python3 follow.py http://127.0.0.1:1120     one JSON line for each thing that happens
    python3 follow.py --vectors docs/protocol-vectors.json  check the reducer and the fingerprint alone

On Debian: apt-get install python3-socketio python3-aiohttp. Words on standard input steer it: `hold` stops
applying frames (they are kept), `advance N` applies up to seq N and tells the picture's hash, `go` goes on.
"""

import asyncio
import json
import os
import sys

import aiohttp
import socketio
from picture import NeedsSnapshot, Picture

PROTOCOL_VERSION = 1
# aiohttp's own limit is 4 MiB; the snapshot of a large city is larger.
MAX_MESSAGE_BYTES = 64 * 1024 * 1024
FOR_LATER = ("unavailable",)


class RoomySession:
    """The HTTP session that the Socket.IO client is given, with room for a snapshot."""

    def __init__(self):
        self._session = aiohttp.ClientSession()

    def __getattr__(self, name):
        return getattr(self._session, name)

    def ws_connect(self, url, **options):
        return self._session.ws_connect(url, max_msg_size=MAX_MESSAGE_BYTES, **options)


class Follower:
    """One stream followed. Frames are handled in the order of their arrival, which asyncio keeps."""

    def __init__(self, token):
        self._token = token
        self._stream_id = None
        self._greeting = None
        self._picture = None
        self._held = None
        self._ended = asyncio.Event()
        self._sio = socketio.AsyncClient(
            http_session=RoomySession(), reconnection_delay=0.2, reconnection_delay_max=2
        )
        for name in ("hello", "snapshot", "changes", "connect_error", "disconnect"):
            self._sio.on(name, getattr(self, f"_on_{name}"))

    async def run(self, url):
        """Until standard input ends, or only a person can help. Returns the exit code."""
        # A function, so that each reconnection says where the picture stands by then.
        await self._sio.connect(url, auth=self._handshake, transports=["websocket"])
        reader = asyncio.ensure_future(self._obey_standard_input())
        await self._ended.wait()
        reader.cancel()
        await self._sio.disconnect()

    def _point(self):
        if self._picture is None:
            return None
        return {"streamId": self._stream_id, "lastSeq": self._picture.seq}

    def _handshake(self):
        # What is held back is not applied: it will be sent again.
        if self._held is not None:
            self._held = []
        return {"token": self._token, "protocolVersion": PROTOCOL_VERSION, "resume": self._point()}

    def _on_hello(self, hello):
        self._greeting = hello
        tell("hello", profile=hello["profile"], headSeq=hello["headSeq"])

    def _on_snapshot(self, snapshot):
        self._picture = Picture(snapshot)
        # Only now: being greeted is not yet a picture.
        self._stream_id = self._greeting["streamId"]
        self._held = None if self._held is None else []
        tell("snapshot", seq=self._picture.seq)

    async def _on_changes(self, frame):
        if self._held is not None:
            self._held.extend(frame["changes"])
        elif self._picture is not None:
            await self._apply(frame["changes"])

    async def _apply(self, changes):
        try:
            applied = self._picture.apply(changes)
            tell("changes", applied=applied, seq=self._picture.seq)
        except NeedsSnapshot as reason:
            tell("resync", reason=str(reason))
            await self._sio.emit("resume", None)

    def _on_connect_error(self, error):
        code = (error.get("data") or {}).get("code") if isinstance(error, dict) else None
        tell("refused", code=code)
        if code is not None and code not in FOR_LATER:
            self._ended.set()

    def _on_disconnect(self):
        tell("disconnected", seq=None if self._picture is None else self._picture.seq)

    async def _obey_standard_input(self):
        loop = asyncio.get_running_loop()
        lines = asyncio.StreamReader()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        while line := await lines.readline():
            await self._obey(line.decode().split())
        self._ended.set()

    async def _obey(self, words):
        if words == ["hold"]:
            self._held = []
            tell("held", seq=self._picture.seq)
        elif words[:1] == ["advance"]:
            await self._advance(int(words[1]))
        elif words == ["go"]:
            held, self._held = self._held, None
            await self._apply(held)

    async def _advance(self, seq):
        while self._held is not None and not (self._held and self._held[-1]["seq"] >= seq):
            if self._picture.seq >= seq:
                break
            await asyncio.sleep(0.02)
        await self._apply([change for change in self._held if change["seq"] <= seq])
        tell("hash", seq=self._picture.seq, hash=self._picture.hash())


def tell(event, **facts):
    print(json.dumps({"event": event, **facts}), flush=True)


def check_vectors(path):
    """Apply each vector's changes to its snapshot. Returns whether text and hash are what it says."""
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)
    for vector in vectors:
        picture = Picture(vector["snapshot"])
        picture.apply(vector["changes"])
        agrees = picture.text() == "\n".join(vector["lines"]) and picture.hash() == vector["hash"]
        tell("vector", name=vector["name"], agrees=agrees)
        if not agrees:
            return False
    return True


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--vectors":
        return 0 if check_vectors(arguments[1]) else 1
    if len(arguments) != 1 or "CC_TOKEN" not in os.environ:
        print(__doc__, file=sys.stderr)
        return 2
    asyncio.run(follow(arguments[0], os.environ["CC_TOKEN"]))
    return 0


async def follow(url, token):
    await Follower(token).run(url)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

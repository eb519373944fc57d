"""The client's picture: snapshot(N) + changes(N+1 … M), and its fingerprint, by docs/protocol.md alone."""

import json
from datetime import datetime, timedelta, timezone
from decimal import Decimal

RETAINED_HOURS = 30
WIB = timezone(timedelta(hours=7))


class NeedsSnapshot(Exception):
    """Changes alone no longer make the picture whole."""


class Picture:
    """Records by id, as the server sent them; `seq` is that of the last change applied."""

    def __init__(self, snapshot):
        self.seq = snapshot["seq"]
        self.horizon = snapshot["horizonAt"]
        self.incidents = by_id(snapshot["incidents"])
        self.assignments = by_id(snapshot["assignments"])
        self.units = by_id(snapshot["units"])
        self.complaints = by_id(snapshot["complaints"])
        self.tallies = {day: dict(tally) for day, tally in snapshot["callTallies"].items()}

    def apply(self, changes):
        """Apply a frame's changes. Returns how many were new; raises NeedsSnapshot, also for a gap."""
        applied = 0
        for change in changes:
            if change["seq"] <= self.seq:
                continue
            if change["seq"] != self.seq + 1:
                raise NeedsSnapshot(f"change {self.seq + 1} is missing")
            self._apply_one(change["type"], change["data"])
            self.seq = change["seq"]
            self.horizon = horizon_of(change["recordedAt"])
            applied += 1
        if applied:
            self._drop_what_is_over()
        return applied

    def _apply_one(self, kind, data):
        if kind == "history.imported":
            raise NeedsSnapshot("past records were imported")
        if kind == "call.recorded":
            self._count(data["call"])
        elif kind in ("incident.opened", "incident.replaced"):
            self.incidents[data["incident"]["id"]] = data["incident"]
        elif kind == "incident.transitioned":
            fields = ("milestones", "agencyCodes", "endedAt", "version")
            self._move_on(self.incidents, data["incidentId"], data, fields)
        elif kind == "incident.noteAdded":
            self._update(self.incidents, data["incidentId"], data, ("noteCount", "version"))
        elif kind == "incident.areaChanged":
            self._update(self.incidents, data["incidentId"], data, ("area", "version"))
        elif kind in ("assignment.dispatched", "assignment.progressed", "assignment.cleared"):
            assignment = data["assignment"]
            if assignment["incidentId"] in self.incidents:
                self.assignments[assignment["id"]] = assignment
        elif kind == "unit.registered":
            self.units[data["unit"]["id"]] = data["unit"]
        elif kind == "unit.retired":
            self.units.pop(data["unitId"], None)
        elif kind == "unit.statusChanged":
            fields = ("statusCode", "statusMeaning", "statusSince", "isSos", "version")
            if not self._update(self.units, data["unitId"], data, fields):
                raise NeedsSnapshot(f"unit {data['unitId']} is not here")
        elif kind in ("complaint.received", "complaint.replaced"):
            self.complaints[data["complaint"]["id"]] = data["complaint"]
        elif kind == "complaint.transitioned":
            fields = ("agencyCode", "firstResponseAt", "endedAt", "version")
            self._move_on(self.complaints, data["complaintId"], data, fields)
        elif kind == "complaint.areaChanged":
            self._update(self.complaints, data["complaintId"], data, ("area", "version"))
        elif kind not in NO_PART_OF_IT:
            raise NeedsSnapshot(f"{kind} is not known here")

    def _update(self, records, record_id, data, fields):
        record = records.get(record_id)
        if record is None:
            return False
        records[record_id] = {**record, **{field: data[field] for field in fields}}
        return True

    def _move_on(self, records, record_id, data, fields):
        if self._update(records, record_id, data, fields):
            records[record_id]["state"] = data["to"]
        elif not self._is_over(data["endedAt"]):
            raise NeedsSnapshot(f"record {record_id} is not here")

    def _count(self, call):
        day = wib_day(call["receivedAt"])
        if day >= wib_day(self.horizon):
            tally = self.tallies.setdefault(day, dict.fromkeys(CALL_TYPES, 0))
            tally[call["type"]] += 1

    def _is_over(self, ended_at):
        return ended_at is not None and ended_at < self.horizon

    def _drop_what_is_over(self):
        for records in (self.incidents, self.complaints):
            for record in [r for r in records.values() if self._is_over(r["endedAt"])]:
                del records[record["id"]]
        for assignment in list(self.assignments.values()):
            if assignment["incidentId"] not in self.incidents:
                del self.assignments[assignment["id"]]
        first_day = wib_day(self.horizon)
        self.tallies = {day: tally for day, tally in self.tallies.items() if day >= first_day}

    def text(self):
        """One line per record, sorted by UTF-16 code units, under the seq and the horizon."""
        kinds = {
            "incident": self.incidents,
            "assignment": self.assignments,
            "unit": self.units,
            "complaint": self.complaints,
        }
        lines = [
            f"{kind} {record_id} {canonical(record)}"
            for kind, records in kinds.items()
            for record_id, record in records.items()
        ]
        lines += [f"calls {day} {canonical(t)}" for day, t in self.tallies.items() if any(t.values())]
        lines.sort(key=utf16)
        return "\n".join([f"seq {self.seq}", f"horizon {self.horizon}", *lines])

    def hash(self):
        return fnv1a64(self.text())


CALL_TYPES = ("normal", "informasi", "prank", "ghost", "terputus")
NO_PART_OF_IT = ("call.linked", "withheld", "city.boundariesChanged", "city.facilitiesChanged")


def by_id(records):
    return {record["id"]: record for record in records}


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def wib_day(text):
    return instant(text).astimezone(WIB).date().isoformat()


def horizon_of(recorded_at):
    """30 hours before, on the full hour."""
    hour = instant(recorded_at).replace(minute=0, second=0, microsecond=0)
    return (hour - timedelta(hours=RETAINED_HOURS)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def utf16(text):
    return text.encode("utf-16-be", "surrogatepass")


def canonical(value):
    """JSON as RFC 8785 spells it."""
    if isinstance(value, dict):
        keys = sorted(value, key=utf16)
        return "{" + ",".join(f"{canonical(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return canonical_float(value)
    return json.dumps(value, ensure_ascii=False)


def canonical_float(value):
    """As ECMAScript writes numbers: the shortest digits, an exponent only below 1e-6 and from 1e21 on."""
    if value == 0:
        return "0"
    if 1e-6 <= abs(value) < 1e21:
        text = format(Decimal(repr(value)), "f")
        return text.rstrip("0").rstrip(".") if "." in text else text
    mantissa, _, exponent = f"{Decimal(repr(value)).normalize():e}".partition("e")
    return f"{mantissa}e{int(exponent):+d}"


def fnv1a64(text):
    """64-bit FNV-1a of the UTF-8 bytes, 16 hex digits."""
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8", "surrogatepass"):
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"

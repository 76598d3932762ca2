"""The encoder's weights as export.ts writes them, and what training added to them as a safetensors file."""

import json
import struct

import numpy as np
import torch


def read_weights(folder):
    """Tensors by role, and the names that the original graph has for the roles."""
    flat = torch.from_numpy(np.fromfile(f"{folder}/weights.bin", dtype="<f4").copy())
    with open(f"{folder}/weights.json") as file:
        entries = json.load(file)
    of = lambda e: flat[e["offset"] : e["offset"] + e["length"]].reshape(e["shape"]).clone()
    return {e["role"]: of(e) for e in entries}, {e["role"]: e["original"] for e in entries}


def differences(first, trained, originals):
    """What training added, by the names of the original graph."""
    learned = [role for role in first if role != "frequencies"]
    return {originals[role]: (trained[role] - first[role]).numpy().astype("<f4") for role in learned}


def write_tuning(path, added):
    """A matrix in 8 bits with a scale a row, a vector in 32-bit floats (src/adapters/node/use-lite/tuning.ts)."""
    header, blobs, at = {}, [], 0

    def add(name, array):
        nonlocal at
        raw = array.tobytes()
        kind = "I8" if array.dtype == np.int8 else "F32"
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [at, at + len(raw)]}
        blobs.append(raw)
        at += len(raw)

    for name, difference in added.items():
        if difference.ndim < 2:
            add(name, difference)
            continue
        scales = np.maximum(np.abs(difference).max(1), 1e-12).astype("<f4") / np.float32(127)
        add(name, np.rint(difference / scales[:, None]).astype(np.int8))
        add(f"{name}.scale", scales)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def read_tuning(path):
    """What write_tuning was given, as far as 8 bits have it."""
    with open(path, "rb") as file:
        (length,) = struct.unpack("<Q", file.read(8))
        header, body = json.loads(file.read(length)), file.read()

    def of(name):
        entry = header[name]
        start, end = entry["data_offsets"]
        kind = np.int8 if entry["dtype"] == "I8" else np.dtype("<f4")
        return np.frombuffer(body[start:end], dtype=kind).reshape(entry["shape"]).astype("<f4")

    names = [name for name in header if not name.endswith(".scale")]
    return {name: of(name) * of(f"{name}.scale")[:, None] if f"{name}.scale" in header else of(name) for name in names}

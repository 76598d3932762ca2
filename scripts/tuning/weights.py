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


def write_tuning(path, first, trained, originals):
    """A matrix's difference in 8 bits with a scale a row, a vector's in 32-bit floats (src/adapters/node/use-lite/tuning.ts)."""
    header, blobs, at = {}, [], 0

    def add(name, array):
        nonlocal at
        raw = array.tobytes()
        kind = "I8" if array.dtype == np.int8 else "F32"
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": [at, at + len(raw)]}
        blobs.append(raw)
        at += len(raw)

    for role, start in first.items():
        difference = (trained[role] - start).numpy().astype("<f4")
        if role == "frequencies":
            continue
        if difference.ndim < 2:
            add(originals[role], difference)
            continue
        scales = np.maximum(np.abs(difference).max(1), 1e-12).astype("<f4") / np.float32(127)
        add(originals[role], np.rint(difference / scales[:, None]).astype(np.int8))
        add(f"{originals[role]}.scale", scales)
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(blobs))

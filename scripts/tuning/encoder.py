"""The encoder of src/adapters/node/use-lite/graph.ts in PyTorch (Cer et al. 2018, arXiv 1803.11175)."""

import math

import torch
import torch.nn.functional as F

HEADS = 4


def dense(w, scope, x):
    return F.linear(x, w[f"{scope}/kernel"].t(), w[f"{scope}/bias"])


def norm(w, scope, x):
    return F.layer_norm(x, x.shape[-1:], w[f"{scope}/scale"], w[f"{scope}/norm_bias"], 1e-6)


def layer(w, i, x, pads):
    scope = f"Layer_{i}/TransformerLayer"
    attention = f"{scope}/MultiheadAttention"
    rows, tokens, width = x.shape
    qkv = dense(w, f"{attention}/qkv_transform_single", norm(w, f"{scope}/layer_prepostprocess", x))
    q, k, v = (part.reshape(rows, tokens, HEADS, width // HEADS).transpose(1, 2) for part in qkv.chunk(3, -1))
    mixed = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(width // HEADS) + pads, -1) @ v
    out = dense(w, f"{attention}/output_transform_single", mixed.transpose(1, 2).reshape(rows, tokens, width))
    x = out + (x if out.shape[-1] == width else dense(w, f"{scope}/dense", x))
    inner = torch.relu(dense(w, f"{scope}/FFN/conv1", norm(w, f"{scope}/FFN/layer_prepostprocess", x)))
    return dense(w, f"{scope}/FFN/conv2", inner) + x


def encode_padded(w, ids, mask):
    """ids, mask: [texts, tokens]; unit vectors [texts, 512]."""
    angles = torch.arange(ids.shape[1], dtype=torch.float32)[:, None] * w["frequencies"]
    timing = torch.cat([angles.sin(), angles.cos()], 1)
    x = (2 * F.embedding(ids, w["embeddings"]) + timing) * mask[:, :, None]
    pads = ((1 - mask) * -1e9)[:, None, None, :]
    for i in (0, 1):
        x = layer(w, i, x, pads)
    mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
    return F.normalize(torch.tanh(dense(w, "hidden_layers/tanh_layer_0", mean)), dim=1)


def encode(w, texts, tokens=2500):
    """Unit vectors of texts (lists of ids of pieces), in batches of like length of about `tokens` tokens; the order is kept."""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    parts, at = [], 0
    while at < len(order):
        end = at
        while end < len(order) and (end + 1 - at) * max(1, len(texts[order[end]])) <= max(tokens, len(texts[order[end]])):
            end += 1
        rows = [texts[i] for i in order[at:end]]
        longest = max(1, max(map(len, rows)))
        ids = torch.zeros(len(rows), longest, dtype=torch.long)
        mask = torch.zeros(len(rows), longest)
        for r, row in enumerate(rows):
            ids[r, : len(row)] = torch.tensor(row, dtype=torch.long)
            mask[r, : len(row)] = 1
        parts.append(encode_padded(w, ids, mask))
        at = end
    back = torch.empty(len(texts), dtype=torch.long)
    back[torch.tensor(order, dtype=torch.long)] = torch.arange(len(texts))
    return torch.cat(parts)[back]

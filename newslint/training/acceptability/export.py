"""Trained weights to ``network.bin``: ``python -m newslint.training.acceptability.export WORK/NAME.pt``.

Matrices become int8 with a scale a row; the tag head, which only helped to learn, stays behind.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from newslint.analysis.acceptability.network import FILE


def export(path: Path, target: Path = FILE) -> None:
    kept = torch.load(path, weights_only=True)
    matrices, blobs = [], []
    for name, tensor in kept["net"].items():
        if name.startswith("tag."):
            continue
        name = name.removesuffix(".weight") if name.split(".")[0] in ("word", "ending", "shape") else name
        weights = tensor.numpy()
        if weights.ndim == 3:  # a convolution: out, in, 3 -> out, 3 times in
            weights = weights.transpose(0, 2, 1).reshape(len(weights), -1)
        if weights.ndim == 2:
            scales = (np.abs(weights).max(axis=1) / 127 + 1e-12).astype(np.float32)
            matrices.append((name, "int8", *weights.shape))
            blobs += [scales.tobytes(), np.round(weights / scales[:, None]).astype(np.int8).tobytes()]
        else:
            matrices.append((name, "float32", len(weights), 1))
            blobs.append(weights.astype(np.float32).tobytes())
    head = {"words": " ".join(kept["words"]), "endings": " ".join(kept["endings"]), "matrices": matrices}
    line = json.dumps(head, ensure_ascii=False).encode() + b"\n"
    target.write_bytes(line + b"".join(blobs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    export(parser.parse_args().weights)


if __name__ == "__main__":
    main()

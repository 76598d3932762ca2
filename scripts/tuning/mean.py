"""Writes the mean of tunings that started from the same weights ("model soups": Wortsman et al. 2022, arXiv 2203.05482).

    python3 scripts/tuning/mean.py corpus/encoder.safetensors ONE.safetensors OTHER.safetensors ...
"""

import sys

from weights import read_tuning, write_tuning


def main(path, *tunings):
    read = [read_tuning(one) for one in tunings]
    write_tuning(path, {name: sum(one[name] for one in read) / len(read) for name in read[0]})


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Trains the bundled encoder further on the corpus's questions, and writes what that adds to its weights.

    npm run tune:export -- --data DIR --out FOLDER
    python3 scripts/tuning/train.py FOLDER trained.safetensors [STEPS [SEED [TUNING]]]

Contrast within a batch (InfoNCE: van den Oord et al. 2018, arXiv 1807.03748): a sentence by the questions that it answers and
they by it, and questions of one writer by those of others that have the same answer; questions that nothing answers are wrong
for all, those written beside a sentence of the batch above all. Follow-ups take part as they are asked, with the question or the answer before them behind them. The weights start from a
tuning, or as they come, and are held near those that come. 640 steps, 40 minutes of two cores.
"""

import json
import os
import random
import sys
import time

import torch
import torch.nn.functional as F

from encoder import encode
from weights import differences, read_tuning, read_weights, write_tuning

# Of a batch: sentences of the report (a third of them in runs of neighbours), unanswered questions, pairs of XQuAD.
SENTENCES, RUNS, RUN, VAIN, XQUAD = 96, 8, 4, 32, 8
# Of the unanswered questions, those that were written beside a sentence of the batch.
VAIN_BESIDE = 16
# Follow-ups, whose answers are among the sentences with those of the turn before, and those that nothing answers.
FOLLOW_UPS, FOLLOW_UPS_VAIN = 24, 6
LEARNING_RATE, WARM_UP, PULL, TEMPERATURE = 2e-4, 30, 3.0, 0.05
# The share of the pieces of a question that it is asked without, and those of a text, and of one in context, that are read.
DROP, CUT, CUT_IN_CONTEXT = 0.05, 72, 96
# Pieces in common over all pieces from which two sentences say the same.
SAME = 0.6
# How often a follow-up goes with the sentence that answers it best; else with any that does.
BEST = 0.6


def cut(questions):
    return [{**one, "ids": one["ids"][:CUT]} for one in questions]


class Batches:
    """Draws what is learned from in one step."""

    def __init__(self, texts, seed):
        self.random = random.Random(seed)
        self.sentences = [one["ids"][:CUT] for one in texts["sentences"]]
        self.xquad_sentences = [one["ids"][:CUT] for one in texts["xquadSentences"]]
        self.vain = cut(texts["unanswered"])
        self.follow_ups = [one for one in texts["followUps"] if one["sentences"]]
        self.follow_ups_vain = [one for one in texts["followUps"] if not one["sentences"]]
        self.articles = {}
        for one in cut(texts["xquad"]):
            self.articles.setdefault(one["article"], []).append(one)
        self.at = [[] for _ in self.sentences]
        for question in cut(texts["questions"]):
            for sentence in question["sentences"]:
                self.at[sentence].append(question)
        self.vain_at = [[] for _ in self.sentences]
        for question in self.vain:
            for sentence in question["sentences"]:
                self.vain_at[sentence].append(question)
        self.asked = [sentence for sentence, some in enumerate(self.at) if some]

    def sentences_of_batch(self, chosen):
        """As many as a batch has, with those that are chosen in front."""
        chosen = list(chosen)
        for _ in range(RUNS):
            start = self.random.randrange(len(self.asked) - RUN)
            chosen += self.asked[start : start + RUN]
        chosen = list(dict.fromkeys(chosen))[:SENTENCES]
        while len(chosen) < SENTENCES:
            sentence = self.random.choice(self.asked)
            if sentence not in chosen:
                chosen.append(sentence)
        return chosen

    def two_questions(self, sentence):
        """One at the sentence, and another writer's: in the same language, if there is one."""
        one = self.random.choice(self.at[sentence])
        like = [q for q in self.at[sentence] if q["writer"] != one["writer"]]
        like = [q for q in like if q["language"] == one["language"]] or like
        return one, self.random.choice(like) if like else one

    def unanswered(self, chosen):
        """Those of sentences that are chosen, at most one each, and any others."""
        beside = [self.random.choice(self.vain_at[sentence]) for sentence in chosen if self.vain_at[sentence]]
        some = self.random.sample(beside, min(VAIN_BESIDE, len(beside)))
        return some + self.random.sample(self.vain, VAIN - FOLLOW_UPS_VAIN - len(some))

    def of_xquad(self):
        pairs, seen = [], set()
        for article in self.random.sample(range(len(self.articles)), 2):
            own = self.articles[article]
            for question in self.random.sample(own, min(XQUAD // 2, len(own))):
                if question["sentences"][0] not in seen:
                    seen.add(question["sentences"][0])
                    pairs.append(question)
        return pairs

    def in_context(self, follow_up):
        ids = self.random.choice(follow_up["forms"])[:CUT_IN_CONTEXT]
        return {"ids": ids, "sentences": follow_up["sentences"]}

    def of_conversations(self):
        """Sentences that answer follow-ups, each with its follow-up, and those that answered the turns before (None)."""
        asked = {}
        for one in self.random.sample(self.follow_ups, FOLLOW_UPS):
            # Writers give the best answer first.
            best = one["sentences"][0]
            sentence = best if self.random.random() < BEST else self.random.choice(one["sentences"])
            if self.at[sentence]:
                asked[sentence] = self.in_context(one)
            for before in one["before"][:1]:
                if self.at[before]:
                    asked.setdefault(before, None)
        return asked

    def drop(self, ids):
        return [i for i in ids if self.random.random() >= DROP] or ids

    def draw(self):
        in_context = self.of_conversations()
        chosen = self.sentences_of_batch(in_context)
        pairs = [self.two_questions(sentence) for sentence in chosen]
        ones = [in_context.get(sentence) or one for sentence, (one, _) in zip(chosen, pairs)]
        others = [other for _, other in pairs]
        xquad = self.of_xquad()
        vain = self.unanswered(chosen)
        vain += [self.in_context(one) for one in self.random.sample(self.follow_ups_vain, FOLLOW_UPS_VAIN)]
        said = [self.sentences[s] for s in chosen] + [self.xquad_sentences[q["sentences"][0]] for q in xquad]
        asked = [self.drop(q["ids"]) for q in [*ones, *xquad, *others, *vain]]
        return chosen, ones, others, xquad, said, asked


def contrast(a, b, allowed):
    """Row i of a goes with row i of b; the rest of b, where allowed, does not."""
    logits = (a @ b.t() / TEMPERATURE).masked_fill(~allowed, -1e4)
    return F.cross_entropy(logits, torch.arange(len(a)))


def jaccard(a, b):
    return len(a & b) / max(1, len(a | b))


def loss_of(w, batch):
    chosen, ones, others, xquad, said, asked = batch
    n, m = len(chosen), len(xquad)
    s, one, other, vain = encode(w, said + asked).split([n + m, n + m, n, VAIN])
    # Whatever shares an answer, or says the same, is no counterexample.
    pieces = [set(ids) for ids in said]
    same = torch.tensor([[jaccard(a, b) >= SAME for b in pieces] for a in pieces])
    ids = chosen + [-1] * m
    answers = [set(q["sentences"]) for q in ones] + [set() for _ in xquad]
    answers_other = [set(q["sentences"]) for q in others]

    def at_sentences(rows):
        shared = torch.tensor([[ids[j] in row for j in range(n + m)] for row in rows]) | same[: len(rows)]
        return ~shared | torch.eye(len(rows), n + m, dtype=torch.bool)

    def at_questions(rows, columns):
        shared = torch.tensor([[bool(row & column) for column in columns] for row in rows])
        allowed = ~shared | torch.eye(len(rows), len(columns), dtype=torch.bool)
        return torch.cat([allowed, torch.ones(len(rows), VAIN, dtype=torch.bool)], 1)

    to_s, to_s_other = at_sentences(answers), at_sentences(answers_other)
    free = torch.ones(n + m, VAIN, dtype=torch.bool)
    return (
        contrast(one, s, to_s)
        + contrast(other, s, to_s_other)
        + contrast(s, torch.cat([one, vain]), torch.cat([to_s.t(), free], 1))
        + contrast(s[:n], torch.cat([other, vain]), torch.cat([to_s_other[:, :n].t(), free[:n]], 1))
        + contrast(one[:n], torch.cat([other, vain]), at_questions(answers[:n], answers_other))
        + contrast(other, torch.cat([one[:n], vain]), at_questions(answers_other, answers[:n]))
    ) / 6


def start(first, originals, tuning):
    """The weights as they come, or with what an earlier training added."""
    added = read_tuning(tuning) if tuning else {}
    of = lambda role, t: torch.from_numpy(added[originals[role]]).reshape(t.shape) if originals[role] in added else 0
    return {role: t + of(role, t) for role, t in first.items()}


def train(first, w, batches, steps):
    learned = [role for role in w if role != "frequencies"]
    for role in learned:
        w[role].requires_grad_(True)
    adam = torch.optim.Adam([w[role] for role in learned], lr=LEARNING_RATE, betas=(0.9, 0.98), eps=1e-7)
    started, losses = time.time(), []
    for step in range(steps):
        rate = LEARNING_RATE * min(1, (step + 1) / WARM_UP) * (1 - step / steps)
        adam.param_groups[0]["lr"] = rate
        loss = loss_of(w, batches.draw())
        adam.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([w[role] for role in learned], 1.0)
        adam.step()
        with torch.no_grad():
            for role in learned:
                w[role] -= rate * PULL * (w[role] - first[role])
        losses.append(loss.item())
        if len(losses) % 20 == 0:
            minutes = (time.time() - started) / 60
            print(f"{len(losses)} of {steps} steps, loss {sum(losses[-20:]) / 20:.3f}, {minutes:.1f} min", flush=True)
    return {role: tensor.detach() for role, tensor in w.items()}


def main(folder, path, steps="640", seed="7", tuning=None):
    torch.set_flush_denormal(True)
    torch.set_num_threads(os.cpu_count() or 1)
    first, originals = read_weights(folder)
    with open(f"{folder}/texts.json") as file:
        batches = Batches(json.load(file), int(seed))
    trained = train(first, start(first, originals, tuning), batches, int(steps))
    write_tuning(path, differences(first, trained, originals))


if __name__ == "__main__":
    main(*sys.argv[1:])

/** A small report in the shape of a converted PDF: contents, heads in several orders, breaks, quotes and notes. */
export const MADE_UP_REPORT = `
The Harbour Report:

Ships and Towns

CONTENTS

	Foreword	1
	By Ada Marsh & Bo Quay
01.	Ships First: The State of the Fleet	5
	By Cora Dee
02.	Towns by the Water	12
	By Ada Marsh, Bo Quay, & Eli Fjord
About the Authors	20

Foreword

By **Ada Marsh & Bo Quay**

The Harbour Report:

Ships and Towns

Harbours are old. They were built for sailing ships, and most of them are now too small.

Key Points at a Glance

Ships

- Build fewer ships.
- Repair the old ones.

Towns

- Plan for floods.

By Cora Dee

Ships First:

The State of the Fleet

The fleet is older than its crews.

Key Policy Recommendations

- **Renew the ferries. They carry most people.**
- **Train more pilots.**

Introduction¹

The fleet is older than its crews. Half of the ships were launched before 1990,² and the yards that

"Half of the ships were launched before 1990..."

built them have closed.^{3,4} The average ship covers 40 km² of sea.

"No captain asked for this."

What should be done?

Three things matter:

(a) money;

(b) time; and

(c) crews.³

Figure 1. Ships by Year of Launch

Source: Harbour Board, 2020.

1. Renew the ferries.

Ferries come first. The board said so.

2. Train more pilots.

Pilots are few.

Box 1: The Board's Promises

1. A pilot for every port.
2. A ferry for every island.

Endnotes

[1] Thanks to the board.

- [2] Harbour Board, *Register*, 2020,
<https://example.org/register>
- [3] Dee, C. (2019).
[4] Ibid.

Chapter 2

Towns by the Water

By Ada Marsh, Bo Quay, & Eli Fjord

"Water gives and water takes."

—Captain Nemo

A new start for towns.

Roads

Roads flood every spring.

Table 1. Floods by Town

	Spring	Autumn
Upper Town	3	1
Lower Town*	9	

Sources: Town halls.

(*) Without the island.

About the Authors

Cora Dee is a shipwright. She lives in a lighthouse.

Ada Marsh, PhD, is an engineer.
`;

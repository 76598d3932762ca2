/** Stands for modules of Node that packages ask for in cases that do not come up on Workers: nothing of them is there. */
export {};

// Every number of the resolver, each with its reason.

/** How much a learned association weighs against shared words; the scale it was learned at (scripts/learn.ts). */
export const ASSOCIATION_SCALE = 4
/** A word of the question that stands in the row: weight 1 times its rarity. */
export const WORD_WEIGHT = 1
/** A concept of the question that the row shows: weight 1 times its rarity. */
export const CONCEPT_WEIGHT = 1

/** Fuse.js score up to which a typed name is taken for a product's: a slip in every four letters. */
export const NAME_TOLERANCE = 0.3
/** Shorter names are matched exactly: every two-letter word is near some initials. */
export const SHORTEST_FUZZY_NAME = 4

/** "No entry answers this" wins from this share on; below it the ranking is believed. */
export const NONE_SHARE = 0.5
/** Score below which even the best entry shares too little with the question to be shown. */
export const FAINT_SCORE = 0.9
/** One row stands clear when it has this share of the belief ... */
export const CLEAR_SHARE = 0.5
/** ... and this many times the share of the next row that names another holder. */
export const CLEAR_RATIO = 2.2
/** Rows with the same holders may be closer: a mistake between them names nobody wrong. */
export const AGREEING_RATIO = 1.25
/** A row is worth offering from this fraction of the best row's share on. */
export const OFFER_FRACTION = 0.07
/** Most options on offer: what a person reads at a glance. */
export const MOST_OPTIONS = 6
/** Fraction of the best row's share from which an unanswered question still shows a row as near. */
export const MOST_NEAR = 3
/** Rules of one section that are this close to the best are quoted with it: they state one matter. */
export const RULE_COMPANION = 0.35
/** Most rules in one answer. */
export const MOST_RULES = 3
/** A row belongs to the topic of a list question from this fraction of the best row's share on. */
export const TOPIC_FRACTION = 0.08

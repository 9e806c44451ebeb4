// Every number of the resolver, each with its reason.

/** How much a learned association weighs against shared words; the scale it was learned at (scripts/learn.ts). */
export const ASSOCIATION_SCALE = 4
/** A word of the question that stands in the row: weight 1 times its rarity. */
export const WORD_WEIGHT = 1
/** A concept of the question that the row shows: weight 1 times its rarity. */
export const CONCEPT_WEIGHT = 1
/** A question that holds all of a row's own words gains this much, half of them a quarter: a quoted row is meant. */
export const QUOTED_WEIGHT = 4

/** Fuse.js score up to which a typed name is taken for a product's: a slip in every four letters. */
export const NAME_TOLERANCE = 0.3
/** A typed name is at most this many letters longer or shorter: "exchange" is no "Open-Xchange". */
export const NAME_LENGTH_TOLERANCE = 2
/** Shorter names are matched exactly: every two-letter word is near some initials. */
export const SHORTEST_FUZZY_NAME = 4

/** A product is meant that words only hint at when its best row scores this much of the best row of all. */
export const HINT_FRACTION = 0.8
/** Where rows of other products hold the hinting words too, its best row must be this much likelier than theirs. */
export const HINT_RATIO = 3

/** Score below which even the best entry shares too little with the question to be shown. */
export const FAINT_SCORE = 1.5
/** Nor is it shown below this score and this share of the belief. */
export const WEAK_SCORE = 3.3
export const WEAK_SHARE = 0.15
/**
 * Log-odds of doubt (see `npm run learn:fit`) from which a question has no answer here. The fit takes as many questions
 * that have none as questions that have one; people ask more of the second kind, and a row that is shown to choose from
 * names nobody.
 */
export const DOUBT_START = {
  row: 0.5,
  rule: 1.5,
  open: 1.2,
}
/** Added where no product is known and no word stands in a row or in the vocabulary. */
export const FOREIGN_DOUBT = 3
/** A score beyond this is no further evidence: a quoted row. */
export const ENOUGH_SCORE = 9

/** A neighbour belongs to the family of the best row from this fraction of its score on; so many are looked at. */
export const FAMILY_FRACTION = 0.75
export const FAMILY = 12

/** A message of so many content words that asks nothing tells something; of fewer it may be a question in short. */
export const TELLING_WORDS = 6
/** More content words than this say no more; nor does a longer lead, nor a stranger sound. */
export const MOST_WORDS = 12
export const ENOUGH_LEAD = 4
export const ENOUGH_SOUND = 4
/** A word of the question speaks clearly for a row from this much on ... */
export const CLEARLY = 0.5
/** ... and beyond this no more. */
export const MOST_PER_WORD = 4
/** What a word says elsewhere counts up to this: "backup" at its best says about 7. */
export const MOST_PEAK = 6

/** Every word speaks for the one row, this strongly and for no other: of 909 such questions held back, 762 meant that row. */
export const PLAIN_MEAN = 0.9
export const PLAIN_SHARE = 0.9
/** The word that asks speaks for the row and the evidence is full: of 1,372 held back, 1,272 meant that row. */
export const PLAIN_ASKED = 0.7
export const PLAIN_SHARE_ALONE = 0.97

/** Log-odds from which a row is named and not offered: of 24,425 best rows held back that reach it and the least share, 18,442 were meant; rivals decide on the rest. */
export const SURE_ENOUGH = -0.4
/** Least share of the belief for a row to stand clear; below, the question is too vague whatever the distance. */
export const CLEAR_SHARE = 0.2
/** A row with the same holders may be this close: a mistake between the two names nobody wrong. */
export const SAME_HOLDER_RATIO = 1.15
/** A row that names another holder must be this many times less likely. */
export const OTHER_HOLDER_RATIO = 3
/** So must a row of another product: nothing but the question says which product is meant. */
export const OTHER_PRODUCT_RATIO = 8
/** Rows of other products share this much with the best when they are the same activity; so many are looked at ... */
export const TWIN_LIKENESS = 0.75
export const TWINS = 16
/** ... and they score at least this much of it. */
export const TWIN_FRACTION = 0.6
/** Two rows are neighbours when the poorer one shares this much of its concepts with the other. */
export const ALIKE = 0.4
/** A question of so few content words seldom tells neighbours apart: "instances OS licences" ... */
export const TERSE_WORDS = 3
/** ... so a neighbour must be this far behind. */
export const TERSE_RATIO = 12
/** A neighbour of another holder must be this far behind when no word of the question ... */
export const UNTOLD_RATIO = 30
/** ... says this much more for the one by what the other has not. */
export const TELLS = 0.7
/** One of two neighbours holds only under a condition that the question does not speak of: both are offered. */
export const CONDITION_RATIO = 20
/** Two rows are cases of one activity when what they say without their conditions shares so many concepts, and all of the poorer one's. */
export const SIBLING_CONCEPTS = 2
/** ... and the poorer one has this part of what the richer one has. */
export const SIBLING_SHARE = 0.55
/** Candidates looked at as rivals; none further down comes near. */
export const RIVALS = 8
/** A row is worth offering from this fraction of the best row's share on. */
export const OFFER_FRACTION = 0.045
/** Candidates this far behind in share are kept in mind. */
export const OFFER_FRACTION_SINGLE = 0.008
/** A question of one word is a topic: rows are about it from this part of the best row's score on. */
export const TOPIC_FRACTION = 0.5
/** Most options on offer: what a person reads at a glance. */
export const MOST_OPTIONS = 6
/** A rule this close to the best is quoted with it. */
export const RULE_COMPANION = 0.2
/** The rules quoted must hold this share of the belief together; below, the question is too vague. */
export const RULES_SHARE = 0.35
/** Most rules in one answer. */
export const MOST_RULES = 3
/** Another product has the same activity when its best row takes this share of the belief within that product. */
export const ELSEWHERE_SHARE = 0.2
/** Beside it, rows that share this much with it are the same activity for another holder or under a condition. */
export const VARIANT_LIKENESS = 0.75
/** One row with this share of the belief is meant rather than the section whose heading has the same words. */
export const SOLE_SHARE = 0.95
/** Above this doubt even a list is not tried: small talk says "everything" too. */
export const LIST_DOUBT = 1.5
/** A row is about the topic of a list from this share of the best row's evidence on: all but the lesser of three words. */
export const TOPIC_SHARE = 0.62
/** What a list is named after ("which logs", "backup topics") counts as much as three words that go with it. */
export const HEAD_WEIGHT = 3

/** Up to this doubt a question that is not answered still shows what comes near ... */
export const NEAR_DOUBT = 1.5
/** ... if those rows share something real with it ... */
export const NEAR_SCORE = 3
/** ... and are not far behind the best of them. */
export const NEAR_FRACTION = 0.3
/** Most rows shown as near. */
export const MOST_NEAR = 3

/** "Compare …" says what is wanted; only above this doubt it is small talk. */
export const COMPARE_DOUBT = 3.5
/** Below this score a product has no row on what is compared: a word or two that many rows share ... */
export const COMPARE_SCORE = 3.2
/** ... and below this part of the best product's score: only that product has the activity. */
export const COMPARE_FRACTION = 0.6
/** Products that are named in one breath, without a word of comparing, are set side by side from this score on. */
export const COMPARE_SURE = 5
/** A second row of a product stands beside its best when it is this likely. */
export const COMPARE_NEAR = 0.6
/** Most rows of one product in a comparison. */
export const MOST_COMPARED = 3

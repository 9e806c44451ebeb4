// Slack's limits as a table, and what of a payload breaks them: held in tests against everything that is sent.
// Sources: docs.slack.dev, reference/block-kit (blocks, block elements, composition objects) and reference/methods.

/** Characters, or how many of something, at most. */
export const LIMITS = {
  messageBlocks: 50,
  /** A home tab or modal. */
  viewBlocks: 100,
  /** All characters of a message's blocks: somewhat above, Slack refuses it with msg_blocks_too_long. */
  messageCharacters: 12_000,
  /** A view's blocks; Slack allows 250 KB, a person reads less. */
  viewCharacters: 40_000,
  /** `text` beside blocks; Slack cuts at 40,000 and asks for 4,000. */
  fallbackText: 4_000,
  sectionText: 3_000,
  fields: 10,
  fieldText: 2_000,
  headerText: 150,
  contextElements: 10,
  contextText: 2_000,
  blockId: 255,
  actionElements: 25,
  actionId: 255,
  buttonText: 75,
  buttonValue: 2_000,
  buttonUrl: 3_000,
  selectOptions: 100,
  /** Radio buttons and checkboxes. */
  boxes: 10,
  optionText: 75,
  optionValue: 150,
  placeholder: 150,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputLength: 3_000,
  modalTitle: 24,
  modalButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const

export type Limit = keyof typeof LIMITS

// Adaptive Cards 1.5 as far as this adapter draws them; tests hold what is drawn against Microsoft's own types.
// Source: adaptivecards.io/explorer; Microsoft Learn, "Cards reference" (Teams takes 1.5).

export interface TextRun {
  readonly type: 'TextRun'
  readonly text: string
  readonly weight?: 'Bolder'
  readonly size?: 'Medium'
  readonly isSubtle?: true
  readonly color?: 'Attention'
  /** Makes the run a link; a client that knows no actions on text shows the words. */
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string }
}

/** Text that is never read as markdown: everything from documents, questions and names. */
export interface RichText {
  readonly type: 'RichTextBlock'
  readonly inlines: readonly (TextRun | string)[]
  readonly spacing?: Spacing
  readonly separator?: true
}

/** Text that is read as markdown: our own words and links alone. */
export interface OwnText {
  readonly type: 'TextBlock'
  readonly text: string
  readonly wrap: true
  readonly size?: 'Small'
  readonly spacing?: Spacing
}

export interface TableCell {
  readonly type: 'TableCell'
  readonly items: readonly RichText[]
}

export interface Table {
  readonly type: 'Table'
  readonly columns: readonly { readonly width: number }[]
  readonly rows: readonly { readonly type: 'TableRow'; readonly cells: readonly TableCell[] }[]
  readonly firstRowAsHeaders: true
  readonly showGridLines: true
}

/** What every input has. Without an id nothing of it would come back. */
interface InputFrame {
  readonly id: string
  readonly label: string
  readonly isRequired?: true
  /** What the client says while a required input is empty. */
  readonly errorMessage?: string
}

export interface ChoiceSet extends InputFrame {
  readonly type: 'Input.ChoiceSet'
  readonly style: 'compact' | 'expanded'
  readonly placeholder?: string
  readonly choices: readonly { readonly title: string; readonly value: string }[]
  /** Several values come back with commas between. */
  readonly isMultiSelect?: true
  readonly value?: string
  readonly wrap?: true
}

export interface TextInput extends InputFrame {
  readonly type: 'Input.Text'
  readonly value?: string
  readonly placeholder?: string
  readonly maxLength: number
  readonly isMultiline?: true
}

/** `2026-11-19` and `22:00`, as the client's own pickers write them. */
export interface TimeInput extends InputFrame {
  readonly type: 'Input.Date' | 'Input.Time'
  readonly value?: string
}

export interface Submit {
  readonly type: 'Action.Submit'
  readonly title: string
  readonly tooltip?: string
  readonly data: object
  readonly associatedInputs?: 'none'
}

export interface Execute {
  readonly type: 'Action.Execute'
  readonly title: string
  readonly tooltip?: string
  readonly verb: string
  readonly data: object
  /** `none` sends no inputs and asks for none. */
  readonly associatedInputs?: 'none'
  /** For clients that know no universal actions. */
  readonly fallback: Submit
}

export type CardAction = Submit | Execute

export interface ActionSet {
  readonly type: 'ActionSet'
  readonly actions: readonly CardAction[]
  readonly spacing?: Spacing
}

export type Spacing = 'None' | 'Small' | 'Medium'

export type Element = RichText | OwnText | Table | ChoiceSet | TextInput | TimeInput | ActionSet

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard'
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json'
  readonly version: '1.5'
  /** What a client says that cannot draw the card. */
  readonly fallbackText: string
  /** What a screen reader reads. */
  readonly speak: string
  readonly body: readonly Element[]
  readonly actions?: readonly CardAction[]
}

// The conversation references in memory, with the words of the port.

import type { ConversationReference, ConversationReferenceStore } from '../../src/ports/conversation-reference-store.ts'
import type { Channel, Person, Tenant } from '../../src/ports/place.ts'

export class MemoryReferences implements ConversationReferenceStore {
  readonly kept = new Map<string, ConversationReference>()
  readonly #personal = new Map<string, string>()

  async keep(reference: ConversationReference, person?: Person): Promise<void> {
    if (person) this.#personal.set(JSON.stringify([person.tenant, person.user]), keyOf(reference))
    const { gone: _was, ...known } = this.kept.get(keyOf(reference)) ?? {}
    this.kept.set(keyOf(reference), { ...known, ...reference })
  }

  async find(channel: Channel): Promise<ConversationReference | undefined> {
    return this.kept.get(keyOf(channel))
  }

  async findPersonal({ tenant, user }: Person): Promise<ConversationReference | undefined> {
    return this.kept.get(this.#personal.get(JSON.stringify([tenant, user])) ?? '')
  }

  async markGone(channel: Channel): Promise<boolean> {
    const known = this.kept.get(keyOf(channel))
    if (known) this.kept.set(keyOf(channel), { ...known, gone: true })
    return known !== undefined
  }

  async remove(channel: Channel): Promise<boolean> {
    return this.kept.delete(keyOf(channel))
  }

  async removeGroup({ tenant }: Tenant, group: string): Promise<number> {
    const found = [...this.kept].filter(([, one]) => one.tenant === tenant && one.group === group)
    for (const [key] of found) this.kept.delete(key)
    return found.length
  }
}

function keyOf({ platform, tenant, channel }: Channel): string {
  return JSON.stringify([platform, tenant, channel])
}

// One contract, every engine: what a store promises holds on PGlite and on PostgreSQL alike.

import { afterAll, beforeAll, describe } from 'vitest'
import { MemoryConversationStore } from '../../adapters/storage/memory-conversation-store.ts'
import { MemoryMaintenanceStore } from '../../adapters/storage/memory-maintenance-store.ts'
import { engines, openTestStore, type Place } from '../storage/engines.ts'
import { MemoryReferences } from '../teams/memory-references.ts'
import { bindingContract } from './store/binding-contract.ts'
import { calendarFeedContract } from './store/calendar-feed-contract.ts'
import { conversationContract, keptConversationContract } from './store/conversation-contract.ts'
import { conversationReferenceContract } from './store/conversation-reference-contract.ts'
import { deliveryContract } from './store/delivery-contract.ts'
import { digestDayContract, subscriptionContract } from './store/digest-contract.ts'
import { feedbackContract } from './store/feedback-contract.ts'
import { installationContract } from './store/installation-contract.ts'
import { maintenanceContract } from './store/maintenance-contract.ts'
import { personContract } from './store/person-contract.ts'
import { questionContract } from './store/question-contract.ts'
import type { TestStore } from './store/test-store.ts'

describe.each(engines)('$name', (engine) => {
  let place: Place
  let store: TestStore
  beforeAll(async () => {
    place = await engine.place()
    store = await openTestStore(place)
  }, 60_000)
  afterAll(async () => {
    await store?.close()
    await place?.remove()
  })

  const opened = () => store
  installationContract(opened)
  bindingContract(opened)
  deliveryContract(opened)
  conversationContract(() => store.conversations)
  keptConversationContract(opened)
  conversationReferenceContract(() => store.references)
  questionContract(opened)
  feedbackContract(opened)
  personContract(opened)
  maintenanceContract(() => store.maintenance)
  subscriptionContract(opened)
  digestDayContract(opened)
  calendarFeedContract(opened)
})

describe('memory of the process', () => {
  const store = new MemoryConversationStore()
  const references = new MemoryReferences()
  conversationContract(() => store)
  conversationReferenceContract(() => references)
  const calendar = new MemoryMaintenanceStore()
  maintenanceContract(() => calendar)
})

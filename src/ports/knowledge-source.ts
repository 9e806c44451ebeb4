// Where the loaded documents come from.

import type { Knowledge } from '../domain/knowledge.ts'

export interface KnowledgeSource {
  /**
   * Reads the whole folder. Problems inside documents are in `issues`, never thrown.
   * Throws AppError when the folder is missing, unreadable or holds no document.
   */
  load(): Promise<Knowledge>
}

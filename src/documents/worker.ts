import { parentPort } from 'node:worker_threads'
import { renderDocx } from './docx.ts'
import type { Doc } from './model.ts'
import { renderPdf } from './typst.ts'

export type Format = 'docx' | 'pdf'

export interface RenderJob {
  id: number
  doc: Doc
  format: Format
}

export type RenderAnswer = { id: number; bytes: Uint8Array } | { id: number; problem: string }

async function answer({ id, doc, format }: RenderJob): Promise<RenderAnswer> {
  try {
    return { id, bytes: format === 'docx' ? await renderDocx(doc) : renderPdf(doc) }
  } catch (error) {
    return { id, problem: error instanceof Error ? error.message : String(error) }
  }
}

parentPort?.on('message', async (job: RenderJob) => parentPort?.postMessage(await answer(job)))

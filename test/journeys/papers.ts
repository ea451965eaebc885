import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'

const run = promisify(execFile)

/** Downloads both forms of a paper by their links and looks for the words in each. */
export async function bothPapersSay(page: Page, words: readonly string[]): Promise<void> {
  const [docx, pdf] = [await download(page, '.docx'), await download(page, '.pdf')]
  const texts = [await textOfDocx(docx), await textOfPdf(pdf)]
  for (const text of texts) for (const said of words) expect(text).toContain(flat(said))
}

/** What a paper must not say. */
export async function noPaperSays(page: Page, words: readonly string[]): Promise<void> {
  const [docx, pdf] = [await download(page, '.docx'), await download(page, '.pdf')]
  const texts = [await textOfDocx(docx), await textOfPdf(pdf)]
  for (const text of texts) for (const said of words) expect(text).not.toContain(flat(said))
}

async function download(page: Page, link: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).first().click()])
  return file.path()
}

export async function textOfDocx(path: string): Promise<string> {
  const bytes = await readFile(path)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  const xml = strFromU8(unzipSync(bytes)['word/document.xml']!)
  return flat(xml.replaceAll('</w:p>', ' ').replaceAll(/<[^>]+>/g, ''))
}

async function textOfPdf(path: string): Promise<string> {
  const bytes = await readFile(path)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const { stdout } = await run('pdftotext', ['-raw', path, '-'])
  return flat(stdout)
}

/** One line of text, whatever breaks it: pages, columns, soft hyphens. */
const flat = (text: string) =>
  text
    .replaceAll('\u00ad', '')
    .replaceAll(/[‐-]\s*\n\s*/g, '-')
    .replaceAll(/\s+/g, ' ')

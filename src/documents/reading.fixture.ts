import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { shownNumbers } from './word-numbers.fixture.ts'

/** A part of a .docx as XML. */
export function docxPart(bytes: Uint8Array, name = 'word/document.xml'): string {
  const part = unzipSync(bytes)[name]
  if (!part) throw new Error(`The file has no ${name}`)
  return strFromU8(part)
}

/** The text of a .docx, a line for every paragraph, with the numbers that Word shows. */
export function docxText(bytes: Uint8Array): string {
  const xml = docxPart(bytes)
  const numbers = shownNumbers(xml, docxPart(bytes, 'word/numbering.xml'))
  return xml
    .replace(/<w:p>.*?<\/w:p>|<w:p\/>/gs, (paragraph) => `${numbers.shift() ?? ''}${paragraph}`)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<w:tab\/>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}

/** The pages of a .pdf as poppler reads them: these tests need poppler-utils and fail without it. */
export function pdfPages(bytes: Uint8Array): string[] {
  return poppler('pdftotext', bytes, ['-'], []).split('\f').slice(0, -1)
}

export const pdfInfo = (bytes: Uint8Array): string => poppler('pdfinfo', bytes, [], [])
export const pdfStructure = (bytes: Uint8Array): string => poppler('pdfinfo', bytes, [], ['-struct'])

/** Words in the order of the alphabet: layout may move them, but none may be lost or added. Dashes of lists and spaces do not count. */
export function sortedWords(text: string): string[] {
  return text
    .split(/[\s\u00a0\u202f–]+/u)
    .filter((word) => word !== '')
    .sort()
}

/** What a program of poppler-utils says about a file. */
export function poppler(program: string, bytes: Uint8Array, after: string[], before: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'document-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, bytes)
    return execFileSync(program, [...before, file, ...after], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

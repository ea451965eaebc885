import { z } from 'zod'
import { mostFormBytes } from '../../files/check.ts'
import { localTime } from '../../kernel/clock.ts'
import { reshapeRows } from '../../kit/form/flat-rows.ts'
import type { ThingPage } from '../../kit/thing.ts'
import { numberOf } from '../../web/address.ts'
import { paper } from '../../web/paper.ts'
import { notFound, post, type Route } from '../../web/route.ts'
import { namedOn } from '../organisations/name-queries.ts'
import { voicesOf } from '../procedures/procedure-queries.ts'
import { stampBlocks } from '../procedures/stamps-document.ts'
import { type OpenProgramme, programmes, writingSites, writtenApplications } from './case.ts'
import { agreeProgramme, returnProgramme, sendProgramme, withdrawProgramme } from './deeds/agree.ts'
import { startInApplication, startOnSite } from './deeds/start.ts'
import { applyImport, copyParts, fileKept, importFile, sortImport } from './deeds/take.ts'
import { dropVersion, fixOwnVersion, startVersion } from './deeds/versions.ts'
import { addTopic, partSaves, saveTopic, topicMoves } from './deeds/write.ts'
import { paths } from './paths.ts'
import { programmeDocument } from './programme-document.ts'
import { programmeSheet } from './sheet.ts'
import { comparisonPage } from './views/comparison-page.tsx'
import { copyPage } from './views/copy-page.tsx'
import { importPage, importsPage } from './views/import-pages.tsx'
import { partPage } from './views/part-pages.tsx'
import { programmePage } from './views/programme-page.tsx'
import { sitePage, startPage } from './views/start-pages.tsx'
import { topicPage } from './views/topic-page.tsx'
import { topicsPage } from './views/topics-page.tsx'

/** One version on paper. What is fixed names the organisations as they were called on that day. */
const documentPage: ThingPage<OpenProgramme> = async (opened, { ctx, tx, params, query }) => {
  const sheet = await programmeSheet(tx, ctx, opened, numberOf(query.version))
  if (!sheet) return notFound
  const { content, version, one, owner } = sheet
  const day = version.fixedAt ? localTime(version.fixedAt, ctx.territory.timeZone).day : ctx.today
  const hosts = owner.ids.map((id) => ({ id }))
  const organisations =
    version.fixedAt && hosts.length > 0
      ? (await namedOn(tx, ctx, hosts, day)).map(({ fullName }) => fullName)
      : owner.organisations
  const { procedure } = sheet
  const voices = procedure === null ? [] : await voicesOf(tx, ctx, one.id)
  const said = voices.filter(({ subjectId }) => subjectId === version.id)
  // A version that others have come after keeps the stamps it was given.
  const isAgreed = version.id !== one.versionId || procedure?.stands?.state === 'passed'
  const stamps = procedure && isAgreed ? stampBlocks(procedure, said) : []
  const given = { title: one.title, organisations, content, regulation: owner.regulation, day, stamps }
  return paper(programmeDocument({ ...given, isDraft: version.state === 'draft' }), params.format)
}

const onePartPage: ThingPage<OpenProgramme> = (opened, request) =>
  request.params.part === 'topics' ? topicsPage(opened, request) : partPage(request.params.part)(opened, request)

/** Programmes: what they say, their editor, what they take from elsewhere. */
export const routes: readonly Route[] = [
  programmes.page(paths.programme, programmePage, 'programme.view', ['version']),
  programmes.page(paths.programmeComparison, comparisonPage, 'programme.view', ['from', 'to']),
  programmes.page(paths.programmeDocument, documentPage, 'programme.view', ['version']),
  ...[startVersion, dropVersion, fixOwnVersion, sendProgramme, withdrawProgramme].map((deed) => deed.route(programmePage)),
  agreeProgramme.route(programmePage, { return: returnProgramme }),

  writtenApplications.page(paths.applicationProgramme, startPage),
  startInApplication.route(startPage),
  writingSites.page(paths.siteProgrammes, sitePage, 'programme.view'),
  startOnSite.route(sitePage),

  programmes.page(paths.programmePart, onePartPage, 'programme.edit', ['remove']),
  ...Object.entries(partSaves).map(([part, deed]) => ({ ...deed.route(partPage(part)), reshape: reshapeRows })),
  addTopic.route(topicsPage, topicMoves),
  programmes.page(paths.programmeTopic, topicPage, 'programme.edit'),
  { ...saveTopic.route(topicPage), reshape: reshapeRows },

  programmes.page(paths.programmeCopies, copyPage, 'programme.edit', ['q', 'page', 'from']),
  copyParts.route(copyPage),
  programmes.page(paths.programmeImports, importsPage, 'programme.edit'),
  post(paths.programmeImports, {
    permits: 'programme.edit',
    sees: 'programme.view',
    subject: programmes.subjectFor('programme.edit'),
    form: z.object({}),
    most: mostFormBytes,
    act: ({ ctx, params, files }) => importFile(ctx, { id: params.programme, files: files.file ?? [] }),
    next: ({ params, value }) => fileKept(params, value.made),
    again: programmes.again(importsPage),
  }),
  programmes.page(paths.programmeImport, importPage, 'programme.edit'),
  sortImport.route(importPage, { apply: applyImport }),
]

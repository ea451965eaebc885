import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadTerritories } from '../../../territories/all.ts'
import { newId } from '../../kernel/ids.ts'
import type { CallId, OrderId, OrganisationId, PersonId, RegulationId, RegulationLineId, SiteId } from '../../kernel/types.ts'
import '../../../test/installed.ts'
import { ruleTexts } from '../../kit/install.ts'
import type { EffectKind } from '../../kit/order/effects.ts'
import { noChoices, type Setting, type Template } from '../../kit/order/template.ts'
import { allKits, appendixNeeds, readEffect } from './effects/kits.ts'
import { ofOrder } from './effects/registers.fixture.ts'
import { missingIn } from './rules.ts'
import { draftFrom, templatesFor } from './templates.ts'
import { worded, wordingOf } from './wording.ts'

const packages = loadTerritories().map(({ facts, regulation }) => [facts.territory.code, regulation] as const)
const person = newId<PersonId>()

const settingFor = (regulation: Setting['regulation']): Setting => ({
  regulation,
  draftRegulationId: newId<RegulationId>(),
  today: '2021-08-24',
  actKind: 'order',
  choices: {
    ...noChoices,
    organisationIds: [newId<OrganisationId>(), newId<OrganisationId>()],
    theme: 'Функциональная грамотность',
    from: null,
    to: regulation.term?.kind === 'fixed' ? regulation.term.to : null,
    siteId: newId<SiteId>(),
    personId: person,
    protocol: 'протокол от 20.08.2021 № 1',
    reason: 'ремонт здания',
    ground: regulation.termination?.grounds[0]?.code ?? 'школа закрыта',
    on: null,
    orderId: newId<OrderId>(),
    callId: newId<CallId>(),
  },
  headOf: () => person,
  site: { name: 'МОУ «Школа»', from: '2021-01-28', to: '2022-08-31' },
  call: {
    closesOn: '2021-09-30',
    closesAt: '18:00',
    reviewDueOn: '2021-10-15',
  },
  operatorHead: person,
})

describe.each(packages)('%s', (_, regulation) => {
  test.each(templatesFor(regulation, true).map((template) => [template.code, template] as [string, Template]))(
    '%s gives a draft with everything an order needs',
    (code, template) => {
      const written = draftFrom(template, settingFor(regulation))
      const judgedBy = {
        id: newId<RegulationId>(),
        lineId: newId<RegulationLineId>(),
        version: 1,
        regulation,
        paper: regulation,
        state: 'draft' as const,
        startsOn: null,
        endsOn: null,
      }
      const registers = ofOrder(
        written.points.flatMap((point) => point.effects),
        { judgedBy },
      )
      const made = written.points.map(({ effects }) => wordingOf(effects, registers, written.appendices).text)
      const drafted = { ...written, points: worded(written.points, made, []) }
      for (const effect of drafted.points.flatMap((point) => point.effects)) readEffect(effect)
      if (code === 'plain') return
      expect(missingIn({ ...drafted, signatoryId: person, controllerId: person }, '2021-08-24', appendixNeeds)).toEqual([])
      expect(drafted.points.flatMap((point) => point.effects).length).toBeGreaterThan(0)
      expect(JSON.stringify(drafted)).not.toMatch(/undefined|null\.|\s{2}/)
      expect(drafted.points.at(-1)!.text).toContain('Контроль за исполнением')
    },
  )
})

test('a territory is offered what its regulation knows', () => {
  const codes: Record<string, string[]> = Object.fromEntries(
    packages.map(([code, regulation]) => [code, templatesFor(regulation, false).map((template) => template.code)]),
  )
  expect(codes.luga).toContain('attachSchools')
  expect(codes.luga).not.toContain('extendStatus')
  expect(codes.chebula).toContain('approveSiteList')
  expect(codes.chebula).toContain('appointMethodist')
  expect(codes.chebula).not.toContain('attachSchools')
  expect(codes.lenobl).toContain('designateJointSite')
  expect(codes.turochak).toContain('appointCoordinator')
  expect(Object.keys(codes).filter((code) => codes[code]!.includes('openCall'))).toEqual(['lenobl'])
  for (const offered of Object.values(codes))
    for (const one of ['approveRegulation', 'amendRegulation']) expect(offered).not.toContain(one)
})

test('every rule of orders has a sentence, and no sentence is left over', () => {
  const folder = path.resolve(import.meta.dirname, '..')
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.') && !/texts\.ts$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')
  const named = [...sources.matchAll(/(?:objection|refuseRule|at)\(\s*'(order\.\w+)'|rule: '(order\.\w+)'/g)].map(
    (match) => match[1] ?? match[2]!,
  )
  const said = Object.keys(ruleTexts()).filter((rule) => rule.startsWith('order.'))
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter((rule) => !said.includes(rule))).toEqual([])
  expect(said.filter((rule) => !sources.includes(`'${rule}'`))).toEqual([])
})

/** A kind that is not installed fails, and so does one that nobody expects here. */
const everyKind: Partial<Record<EffectKind, true>> = {
  approveRegulation: true,
  amendRegulation: true,
  grantStatus: true,
  declineApplication: true,
  attachOrganisations: true,
  appoint: true,
  extendStatus: true,
  suspendStatus: true,
  resumeStatus: true,
  terminateStatus: true,
  detachOrganisations: true,
  endAppointment: true,
  openCall: true,
  extendCall: true,
  revoke: true,
}

test('every kind of change has its kit, in an order of its own when people speak of it and when it is applied', () => {
  expect(allKits().map(({ kind }) => kind)).toEqual(Object.keys(everyKind))
  expect(new Set(allKits().map(({ applied }) => applied)).size).toBe(allKits().length)
  const byApplying = allKits().toSorted((a, b) => a.applied - b.applied)
  expect(byApplying.map(({ kind }) => kind)).toEqual([
    'revoke',
    'resumeStatus',
    'terminateStatus',
    'detachOrganisations',
    'endAppointment',
    'approveRegulation',
    'amendRegulation',
    'openCall',
    'extendCall',
    'extendStatus',
    'suspendStatus',
    'grantStatus',
    'declineApplication',
    'attachOrganisations',
    'appoint',
  ])
})

import { longDate } from '../../kernel/dates.ts'
import type { Day } from '../../kernel/types.ts'
import { type NoticesOf, notice } from '../../notices/kinds.ts'
import { ofSite } from '../../notices/words.ts'
import { paths } from './paths.ts'
import { minutesWords } from './texts.ts'

const of = ofSite((to, pair) => paths.pair({ ...to, pair }))
type OfPair = { site: string; mentor: string; mentee: string; goal: string }
const two = ({ mentor, mentee }: Pick<OfPair, 'mentor' | 'mentee'>) => `${mentor} — ${mentee}`

export const notices = {
  'pair.proposed': notice<OfPair>(
    of(
      (pair) => `Вам предлагают наставническую пару: ${two(pair)}`,
      ({ goal }) => `Цель: ${goal}`,
    ),
  ),
  'pair.asked': notice<OfPair>(
    of(
      ({ mentee }) => `${mentee}: просьба о наставнике`,
      ({ mentor, goal }) => `К кому: ${mentor}. Цель: ${goal}`,
    ),
  ),
  'pair.begun': notice<OfPair & { when: string }>(
    of(
      (pair) => `Наставническая пара работает: ${two(pair)}`,
      ({ when }) => `Срок: ${when}`,
    ),
  ),
  'pair.declined': notice<OfPair & { why: string }>(
    of(
      (pair) => `Наставническая пара не состоялась: ${two(pair)}`,
      ({ why }) => why,
    ),
  ),
  'pair.shortened': notice<OfPair & { to: Day; why: string }>(
    of(
      (pair) => `Наставническая пара работает по ${longDate(pair.to)}: ${two(pair)}`,
      ({ why }) => why,
    ),
  ),
  'pair.withdrawn': notice<OfPair & { to: Day; why: string | null }>(
    of(
      (pair) => `Отказ вести пару дальше, последний день — ${longDate(pair.to)}: ${two(pair)}`,
      ({ why }) => why,
    ),
  ),
  'pair.met': notice<OfPair & { on: Day; minutes: number; line: string }>(
    of(
      (pair) => `Записана встреча ${longDate(pair.on)}: ${two(pair)}`,
      ({ minutes, line }) => `${minutesWords(minutes)}: ${line}`,
    ),
  ),
  'pair.doubted': notice<OfPair & { on: Day; doubt: string | null }>(
    of(
      (pair) => `С вашей записью о встрече ${longDate(pair.on)} не согласились: ${two(pair)}`,
      ({ doubt }) => doubt,
    ),
  ),
  'pair.ended': notice<OfPair & { outcome: string }>(
    of(
      (pair) => `Наставническая пара закончила работу: ${two(pair)}`,
      ({ outcome }) => outcome,
    ),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}

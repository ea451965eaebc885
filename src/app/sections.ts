import { takesApplications } from '../regulation/application-questions.ts'
import type { Regulation } from '../regulation/schema.ts'
import type { LinkItem } from '../ui/link.ts'
import { paths } from '../web/paths.ts'
import type { Section } from '../web/route.ts'

/** Where the work on applications begins: with a call, or with the applications themselves; null where there are none. */
export type ApplicationsEntry = 'calls' | 'applications' | null

/** What a regulation leaves of the row «Заявки». */
export function applicationsEntry(regulation: Regulation | null): ApplicationsEntry {
  if (regulation === null || !takesApplications(regulation).value) return null
  return regulation.calls === null ? 'applications' : 'calls'
}

/** The rows of the working navigation. */
export function workSections(
  territory: string,
  entry: ApplicationsEntry,
  isExpert: boolean,
  current: Section | undefined,
): LinkItem[] {
  const to = { territory }
  const applications: [Section, string, string][] =
    entry === null ? [] : [['applications', 'Заявки', entry === 'calls' ? paths.calls(to) : paths.applications(to)]]
  const rows: [Section, string, string][] = [
    ['tasks', 'Дела', paths.tasks(to)],
    ['sites', 'Площадки', paths.sites(to)],
    ...applications,
    ...(isExpert ? [['reviews', 'Экспертиза', paths.reviews(to)] satisfies [Section, string, string]] : []),
    ['orders', 'Приказы', paths.orders(to)],
    ['plans', 'Планы', paths.plans(to)],
    ['reports', 'Отчёты', paths.reports(to)],
    ['organisations', 'Люди и организации', paths.organisations(to)],
    ['regulation', 'Положение', paths.regulation(to)],
  ]
  return rows.map(([section, label, href]) => ({ label, href, current: section === current }))
}

/** The rows of the public navigation. */
export function publicSections(current: Section | undefined): LinkItem[] {
  const rows: [Section, string, string][] = [
    ['register', 'Площадки', paths.register({})],
    ['publicCalls', 'Приём заявок', paths.publicCalls({})],
    ['publicOrders', 'Приказы', paths.publicOrders({})],
    ['openData', 'Открытые данные', paths.openData({})],
  ]
  return rows.map(([section, label, href]) => ({ label, href, current: section === current }))
}

export const footerLinks: readonly LinkItem[] = [
  { label: 'Реестр площадок', href: paths.register({}) },
  { label: 'Помощь', href: paths.help({}) },
  { label: 'Персональные данные', href: paths.privacy({}) },
  { label: 'Доступность', href: paths.accessibility({}) },
  { label: 'Открытые данные', href: paths.openData({}) },
]

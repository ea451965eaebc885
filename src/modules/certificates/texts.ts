import type { TagProps } from '../../ui/content.ts'
import type { RuleTexts } from '../../web/refusals.ts'
import type { CertificateState } from './machine.ts'

export const ruleTexts: RuleTexts = {
  'certificate.endsBeforeStart': 'Поставьте последний день не раньше первого',
  'certificate.daysAhead': 'Выберите дни, которые уже прошли: бумагу дают о том, что было',
  'certificate.nobodyChosen': 'Отметьте хотя бы одного человека',
  'certificate.notReady':
    'Откройте страницу заново: у кого-то из отмеченных часы за эти дни уже стоят на бумаге, или в списке его больше нет',
  'certificate.notFinished':
    'Откройте страницу заново: у кого-то из отмеченных бумага об освоении уже есть, или стажировка не завершена',
  'certificate.conditionsUnmet': ({ person, missing }) => `Снимите отметку: ${person}. Не выполнено: ${missing}`,
  'certificate.noSignatory': 'Внесите в людях руководителя организации: без него бумагу некому подписать',
}

export const stateTags: Readonly<Record<CertificateState, TagProps>> = {
  issued: { tone: 'ok', word: 'Действует' },
  revoked: { tone: 'late', icon: 'end', word: 'Отозвана' },
}

import type { ActName } from './acts.ts'
import type { Regulation } from './schema.ts'
import { declined } from './words.ts'

/** What a territory says of itself before its paper is written. */
export type Beginnings = {
  readonly level: Regulation['level']
  readonly localTime: string
  readonly authority: { readonly name: string; readonly shortName: string }
  readonly operator: { readonly name: string; readonly shortName: string }
  readonly act: ActName
}

/** A short name is not declined by a program: it stands in every form, and whoever writes the regulation puts the forms right. */
const bodyOf = ({ name, shortName }: Beginnings['authority']) => ({
  name,
  short: declined(shortName, shortName, shortName, shortName, shortName),
})

/**
 * A regulation that says nothing yet: silent where it may be, and where it may not be, a usual answer without a clause. Such an answer holds for nothing: the
 * check names each of them until somebody has confirmed it with the clause it comes from.
 */
export const emptyRegulation = ({ level, localTime, authority, operator, act }: Beginnings): Regulation => ({
  edition: 1,
  title: 'Положение о стажировочных площадках',
  subtitle: null,
  level,
  siteWords: declined(
    'стажировочная площадка',
    'стажировочной площадки',
    'стажировочной площадке',
    'стажировочной площадкой',
    'стажировочные площадки',
  ),
  localTime,
  bodies: { authority: bodyOf(authority), operator: bodyOf(operator), council: null },
  legalBasis: {
    clause: [],
    acts: [
      {
        type: 'Федеральный закон',
        number: '273-ФЗ',
        date: '2012-12-29',
        title: 'Об образовании в Российской Федерации',
      },
    ],
  },
  clauses: [{ number: '1', kind: 'section', label: '1.', title: 'Общие положения', body: [], clauses: [] }],
  orderPoints: null,
  status: { clause: [], grantedBy: 'authority', act, onSubmissionOfOperator: false, steps: ['order'] },
  siteList: null,
  term: null,
  initiators: null,
  hostKinds: { clause: [], kinds: ['school', 'kindergarten', 'supplementary'] },
  joint: null,
  eligibility: null,
  legalForm: null,
  calls: null,
  application: null,
  expertReview: null,
  contract: null,
  termination: null,
  head: null,
  headDuties: null,
  roles: {},
  memberDuties: null,
  coordinator: null,
  attachments: null,
  mentoring: null,
  workingGroups: null,
  acquaintance: null,
  priorityForTraining: null,
  directions: null,
  forms: { clause: [], catalogue: [{ code: 'seminar', label: 'семинар', remote: false, clause: [] }] },
  remoteWork: null,
  plan: {
    clause: [],
    words: declined('план работы', 'плана работы', 'плану работы', 'планом работы', 'планы работы'),
    columns: [
      { code: 'number', caption: '№' },
      { code: 'activity', caption: 'Мероприятие' },
      { code: 'dates', caption: 'Срок' },
      { code: 'responsible', caption: 'Ответственный' },
    ],
    chain: [{ act: 'approve', by: 'authority', caption: 'Утверждаю', clause: [] }],
    headSignature: 'Руководитель площадки',
  },
  planVersions: null,
  roadmap: null,
  report: null,
  guidance: null,
  meetings: null,
  consulting: null,
  trainees: null,
  practices: null,
  equipment: null,
  finance: null,
  monitoring: null,
  qualityMonitoring: null,
  council: null,
  publication: null,
})

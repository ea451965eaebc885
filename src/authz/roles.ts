/**
 * Roles of the product. The first four are given to people of the authority and the operator; the others follow from facts:
 * posts (`schoolHead`, `teacher`, `bodyMember`), offices (`signer`), appointments (`siteHead`, `siteStaff`, `coordinator`), the pool of experts (`expert`). The last is of no territory:
 * it keeps the installation.
 */
export const roles = [
  'official',
  'signatory',
  'methodist',
  'administrator',
  'coordinator',
  'siteHead',
  'siteStaff',
  'expert',
  'schoolHead',
  'teacher',
  'bodyMember',
  'signer',
  'installer',
] as const
export type Role = (typeof roles)[number]

export const grantedRoles = ['official', 'signatory', 'methodist', 'administrator'] as const
export type GrantedRole = (typeof grantedRoles)[number]

export const roleNames: Readonly<Record<Role, string>> = {
  official: 'специалист органа управления',
  signatory: 'подписывает документы',
  methodist: 'методист центра',
  administrator: 'ведёт учётные записи',
  coordinator: 'координатор площадки',
  siteHead: 'руководитель площадки',
  siteStaff: 'сотрудник площадки',
  expert: 'эксперт',
  schoolHead: 'руководитель организации',
  teacher: 'педагог',
  bodyMember: 'работает в органе, названном в Положении',
  signer: 'подписывает за свой орган',
  installer: 'администратор установки',
}

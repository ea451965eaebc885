import type { Page } from '@playwright/test'
import { plans } from '../../../territories/lenobl/plans.ts'
import { programme } from '../../../territories/lenobl/programme.ts'
import { enterAs, fitsPhone, noBarriers, openSection } from '../steps.ts'

export const territory = 'Ленинградская область'
export const site = /Озёрная/
export const { title } = programme
export const immersion = plans[0]!.lines[1]!.activity
export const main = (page: Page) => page.getByRole('main')
export const enters = (page: Page, person: string): Promise<void> => enterAs(page, territory, person)
export const entersTheHead = (page: Page): Promise<void> => enters(page, 'Вишняков')

/** Nothing to stumble over, and it fits a telephone. */
export async function isFit(page: Page): Promise<void> {
  await noBarriers(page)
  await fitsPhone(page)
}

export async function opensSite(page: Page): Promise<void> {
  await openSection(page, 'Площадки')
  await main(page).getByRole('link', { name: site }).first().click()
}

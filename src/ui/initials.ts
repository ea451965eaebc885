/** Two letters for the round mark of a person: «СН» for «Снигур Н. А.». */
export function initialsOf(name: string): string {
  return name
    .split(/[\s\u00a0]+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}

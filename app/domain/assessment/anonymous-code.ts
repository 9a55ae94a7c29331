/** What work is called in front of its markers, instead of a name. */
export function anonymousCode({ publicId }: { publicId: string }): string {
  return publicId.slice(0, 6).toUpperCase();
}

/** Who stands behind `staff:ID`, `key:ID` and `system:ID`, in words for people. The real one lives in `access`. */
export abstract class ActorNames {
  /** Names by actor; one nobody knows is missing. */
  abstract of(actors: readonly string[]): Promise<Map<string, string>>;

  /** Names of the staff who look after the group: active moderators and admins. */
  abstract administrators(): Promise<string[]>;
}

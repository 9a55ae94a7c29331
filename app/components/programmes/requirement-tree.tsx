import { useTranslation } from "react-i18next";
import { branchesOf, type Requirement, type RequirementLeaf } from "~/domain/certification/requirement";
import { Anchor } from "../anchor";

/** Titles of the courses and programmes that rules name. */
export interface RequirementTitles {
  courses: Record<string, string>;
  programmes: Record<string, string>;
}

/** What a programme asks for, in words. */
export function RequirementTree({ tree, names }: { tree: Requirement; names: RequirementTitles }) {
  const { t } = useTranslation("programmes");
  const branches = branchesOf(tree);
  if (!branches) return <Leaf leaf={tree as RequirementLeaf} names={names} />;
  const [only, ...others] = branches.of;
  if (only && others.length === 0) return <RequirementTree tree={only} names={names} />;
  const kind = "all_of" in tree ? "all" : "any_of" in tree ? "any" : "some";
  return (
    <>
      <p>{t(`tree.${kind}`, { count: branches.count, all: branches.of.length })}</p>
      <ul>
        {branches.of.map((branch, index) => (
          // the order of rules is what they are
          // biome-ignore lint/suspicious/noArrayIndexKey: a branch has no name of its own
          <li key={index}>
            <RequirementTree tree={branch} names={names} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Leaf({ leaf, names }: { leaf: RequirementLeaf; names: RequirementTitles }) {
  const { t } = useTranslation("programmes");
  const when = leaf.hold_on && leaf.hold_on !== "completion" ? ` ${t(`leaf.on.${leaf.hold_on}`)}` : "";
  if ("exam_of" in leaf) {
    return (
      <>
        {t("leaf.exam")}{" "}
        <Anchor href={`/courses/${leaf.exam_of}`}>{names.courses[leaf.exam_of] ?? leaf.exam_of}</Anchor>
        {when}
      </>
    );
  }
  if ("task_of" in leaf) {
    return (
      <>
        {t("leaf.task")}{" "}
        <Anchor href={`/courses/${leaf.task_of}`}>{names.courses[leaf.task_of] ?? leaf.task_of}</Anchor>
        {leaf.markers === 2 && `, ${t("leaf.markers")}`} {t("leaf.taskDay")}
        {when}
      </>
    );
  }
  if ("certificate_of" in leaf) {
    const title = names.programmes[leaf.certificate_of] ?? leaf.certificate_of;
    return (
      <>
        {t("leaf.certificate")} <Anchor href={`/programmes/${leaf.certificate_of}`}>{title}</Anchor>
        {when}
      </>
    );
  }
  if ("training" in leaf) {
    const { topic, hours } = leaf.training;
    return (
      <>
        {hours === undefined ? t("leaf.training", { topic }) : t("leaf.trainingHours", { topic, hours: String(hours) })}
        {when}
      </>
    );
  }
  return (
    <>
      {t("leaf.language", leaf.language)}
      {when}
    </>
  );
}

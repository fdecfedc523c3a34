/** Words that would tell a stranger what the members do. */
export const FORBIDDEN =
  /sexe|sexuel|sex work|libre|prostitu|travailleuse|racol|trottoir|maison close|VIH|HIV|sida|danaya so/iu;

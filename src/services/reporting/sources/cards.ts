import { cardMeasures } from "../../../data/reporting/cards.ts";
import { basisOf } from "./members.ts";
import { sqlSource } from "./sqlSource.ts";

export const cardsSource = sqlSource({
  names: cardMeasures("term").map(({ name }) => name),
  measures: (place) => cardMeasures(basisOf(place)),
});

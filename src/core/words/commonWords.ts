/** English words that say nothing about which measure a sentence is about. */
export const commonWords: ReadonlySet<string> = new Set(
  `a about above according account across actually add after again against ago all almost along already
  also although always am among an and another any anybody anyone anything are argue argument around as
  ask at away back be became because become been before begin being below best better between both but
  by call came can cannot case certain chance come could day did do does doing done down during each
  early either else end enough especially even ever every everybody everyone everything example far few
  find first five for found four from full further gain gave get give given go goes going good got great
  had half hand happen has have having he her here him his how however i if in indeed instead into is it
  its itself just keep kind knew know known large last late later least less let like likely little long
  look lot made main make many matter may maybe me mean means meanwhile might moment more most much must
  my near need needs neither never new next no nobody nor not nothing now of off often old on once one
  only onto or other others our out over own part perhaps place point put question quite rather really
  reason right said same saw say says see seem seems set several shall she should show side since so some
  somebody someone something sometimes soon still such take taken tell than that the their them then
  there these they thing things think this those though thought three through thus time times to today
  together told too took toward towards turn two under until up upon us use used very via want wants was
  way we well went were what whatever when where whether which while who whoever whole whom whose why will
  with within without word words work would year years yet you your`.split(/\s+/),
)

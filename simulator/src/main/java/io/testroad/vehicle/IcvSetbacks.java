package io.testroad.vehicle;

/**
 * Those who look after what goes wrong on the road.
 *
 * @param refuge where the vehicle comes to a stand
 * @param standstill what it does when it stands
 * @param help what it asks for
 * @param outages what it does without
 * @param odds what goes wrong by chance
 */
record IcvSetbacks(
    IcvRefuge refuge, IcvStandstill standstill, IcvHelp help, IcvOutages outages, IcvOdds odds) {}

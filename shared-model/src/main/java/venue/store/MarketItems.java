package venue.store;

import java.time.Duration;
import venue.domain.market.Caps;
import venue.domain.market.Contract;
import venue.domain.market.FillRule;
import venue.domain.market.FundingRule;
import venue.domain.market.JumpBound;
import venue.domain.market.Market;
import venue.domain.market.Solvency;
import venue.domain.market.Tier;
import venue.domain.market.TierTable;

/** A market's configuration as an item. */
final class MarketItems {

  private MarketItems() {}

  static Item write(Market market) {
    Contract contract = market.contract();
    return Item.at(Key.market(market.name()))
        .with("name", market.name())
        .with("quantoMultiplier", contract.quantoMultiplier())
        .with("priceStep", contract.priceStep())
        .with("sizeMin", contract.sizeMin())
        .with("sizeMax", contract.sizeMax())
        .with("leverageMin", contract.leverageMin())
        .with("leverageMax", contract.leverageMax())
        .with("leverageDefault", contract.leverageDefault())
        .with("takerFeeRate", contract.takerFeeRate())
        .with("orderFeeRate", contract.orderFeeRate())
        .with("liquidationFeeRate", contract.liquidationFeeRate())
        .with("tierVersion", contract.tiers().version())
        .with("tiers", contract.tiers().tiers().stream().map(MarketItems::writeTier).toList())
        .with("halfSpread", market.fill().halfSpread())
        .with("z", market.fill().z())
        .with("skewScale", market.fill().skewScale())
        .with("ordersWait", market.fill().waits())
        .with("fundingK", market.funding().k())
        .with("fundingCap", market.funding().cap())
        .with("fundingInterval", market.funding().interval().toMillis())
        .with("openInterestCap", market.caps().openInterest())
        .with("skewCap", market.caps().skew())
        .with("openInterestValueCap", market.caps().openInterestValue())
        .with("skewValueCap", market.caps().skewValue())
        .with("floorRate", market.solvency().floorRate())
        .with("reserveRate", market.solvency().reserveRate())
        .with("fund", FundRuleItems.write(market.fund()))
        .with("jumpFactor", market.jumpBound().factor())
        .with("jumpFloor", market.jumpBound().floor())
        .with("priceAgeMax", market.priceAgeMax().toMillis())
        .with("startingVolatility", market.startingVolatility())
        .with("createTime", market.createTime());
  }

  private static Item writeTier(Tier tier) {
    return Item.empty()
        .with("riskLimit", tier.riskLimit())
        .with("initialRate", tier.initialRate())
        .with("maintenanceRate", tier.maintenanceRate())
        .with("leverageMax", tier.leverageMax())
        .with("deduction", tier.deduction());
  }

  // A market that was opened before there were caps in USDT and a floor has the usual ones, and
  // its orders do not wait.
  static Market read(Item item) {
    return new Market(
        new Contract(
            item.text("name"),
            item.number("quantoMultiplier"),
            item.number("priceStep"),
            item.whole("sizeMin"),
            item.whole("sizeMax"),
            item.small("leverageMin"),
            item.small("leverageMax"),
            item.small("leverageDefault"),
            item.number("takerFeeRate"),
            item.number("orderFeeRate"),
            item.number("liquidationFeeRate"),
            new TierTable(
                item.small("tierVersion"),
                item.maps("tiers").stream().map(MarketItems::readTier).toList())),
        new FillRule(
            item.number("halfSpread"),
            item.number("z"),
            item.number("skewScale"),
            item.has("ordersWait") && item.flag("ordersWait")),
        new FundingRule(
            item.number("fundingK"),
            item.number("fundingCap"),
            Duration.ofMillis(item.whole("fundingInterval"))),
        new Caps(
            item.whole("openInterestCap"),
            item.whole("skewCap"),
            item.has("openInterestValueCap")
                ? item.number("openInterestValueCap")
                : Caps.USUAL_OPEN_INTEREST,
            item.has("skewValueCap") ? item.number("skewValueCap") : Caps.USUAL_SKEW),
        item.has("floorRate")
            ? new Solvency(item.number("floorRate"), item.number("reserveRate"))
            : Solvency.USUAL,
        FundRuleItems.read(item.map("fund")),
        new JumpBound(item.number("jumpFactor"), item.number("jumpFloor")),
        Duration.ofMillis(item.whole("priceAgeMax")),
        item.number("startingVolatility"),
        item.time("createTime"));
  }

  private static Tier readTier(Item item) {
    return new Tier(
        item.number("riskLimit"),
        item.number("initialRate"),
        item.number("maintenanceRate"),
        item.small("leverageMax"),
        item.number("deduction"));
  }
}

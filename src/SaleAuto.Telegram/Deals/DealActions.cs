namespace SaleAuto.Deals;

/// <summary>Names of the buttons about deals; those that notifications carry stand in <see cref="Messages.BotActionNames"/>.</summary>
internal static class DealActions
{
    public const string My = "deal.my";
    public const string Inspect = "deal.inspect";
    public const string Photos = "deal.photos";
    public const string Car = "deal.car";
    public const string Defect = "deal.defect";
    public const string DropDefect = "deal.defect-drop";
    public const string Price = "deal.price";
    public const string StartPrice = "deal.start-price";
    public const string RateLine = "deal.rate-line";
    public const string FreeLine = "deal.free-line";
    public const string DropLine = "deal.line-drop";
    public const string AskApproval = "deal.ask-price";
    public const string ShowPrice = "deal.show-price";
    public const string AgreePrice = "deal.agree";
    public const string Documents = "deal.papers";
    public const string Pay = "deal.pay";
    public const string Complete = "deal.complete";
    public const string ClientRefused = "deal.client-no";
    public const string SellerRefused = "deal.seller-no";
    public const string HandOver = "deal.hand-over";
    public const string Keep = "deal.keep";
    public const string Reassignments = "reassignment.list";
    public const string Understand = "reassignment.yes";
    public const string Doubt = "reassignment.no";
    public const string Comment = "reassignment.say";
    public const string GrantPrice = "approval.yes";
    public const string RefusePrice = "approval.no";
}

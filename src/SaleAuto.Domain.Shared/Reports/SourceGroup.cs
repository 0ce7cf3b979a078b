namespace SaleAuto.Reports;

/// <summary>Rows of a report on sources that are no source of their own.</summary>
public enum SourceGroup
{
    /// <summary>Neither a tag nor a word of the client: all visits without a tag are here.</summary>
    NotGiven,

    /// <summary>Tags that are not told apart.</summary>
    OtherCampaigns,
}

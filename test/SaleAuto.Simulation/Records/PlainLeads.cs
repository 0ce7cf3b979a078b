namespace SaleAuto.Simulation.Records;

/// <summary>What became of each request, noted by the people of the simulation.</summary>
public sealed class PlainLeads
{
    private readonly Dictionary<Guid, PlainLead> _leads = [];

    /// <summary>Requests, without those that joined others.</summary>
    public IReadOnlyCollection<PlainLead> Counted => [.. _leads.Values.Where(x => x.End != PlainLeadEnd.Duplicate)];

    /// <summary>Requests that came.</summary>
    public int Came { get; set; }

    /// <summary>Calls made.</summary>
    public int Calls { get; set; }

    /// <summary>Meetings that came to nothing.</summary>
    public int Rejected { get; set; }

    /// <summary>What clients were offered in deals that were completed, roubles.</summary>
    public decimal Offered { get; set; }

    /// <summary>What was agreed in these, roubles.</summary>
    public decimal Agreed { get; set; }

    /// <summary>What was agreed in all deals that were completed, roubles.</summary>
    public decimal BoughtFor { get; set; }

    /// <summary>A confirmed request.</summary>
    public PlainLead Confirmed(Guid id, DateTime at)
    {
        if (!_leads.TryGetValue(id, out var lead))
        {
            _leads.Add(id, lead = new PlainLead { Id = id, ConfirmedAt = at });
        }
        return lead;
    }
}

/// <summary>A request.</summary>
public sealed class PlainLead
{
    public required Guid Id { get; init; }

    /// <summary>When its promise to call began, UTC.</summary>
    public required DateTime ConfirmedAt { get; init; }

    public bool WasCalled { get; set; }

    /// <summary>A promised first call was made too late.</summary>
    public bool WasLate { get; set; }

    public bool HadMeeting { get; set; }

    public PlainLeadEnd End { get; set; }
}

/// <summary>How a request ended.</summary>
public enum PlainLeadEnd
{
    Open,
    Won,
    Lost,
    Closed,
    Duplicate,
}

using SaleAuto.Entities;

namespace SaleAuto.Bot;

/// <summary>Work that one node at a time may do, such as asking Telegram for updates.</summary>
public class BotLease : Entity<string>
{
    private BotLease()
    {
    } // EF Core

    /// <summary>Nobody has it yet.</summary>
    public BotLease(string id)
        : base(id)
    {
    }

    /// <summary>The node that has it.</summary>
    public Guid? Owner { get; private set; }

    /// <summary>Until when, UTC; a node that died loses it then.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>Takes or keeps it.</summary>
    /// <returns>False while another node has it.</returns>
    public bool Take(Guid owner, DateTime now, TimeSpan time)
    {
        if (Owner is not null && Owner != owner && now < Until)
        {
            return false;
        }
        (Owner, Until) = (owner, now + time);
        return true;
    }

    /// <summary>Gives it back at once: the node is being stopped.</summary>
    public void Release(Guid owner)
    {
        if (Owner == owner)
        {
            (Owner, Until) = (null, null);
        }
    }
}

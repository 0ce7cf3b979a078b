using SaleAuto.Repositories;

namespace SaleAuto.Clients;

/// <summary>Finds the client behind a phone, or makes one.</summary>
public class ClientManager(IClientRepository clients, IUnitOfWork unitOfWork)
{
    /// <summary>The client with that phone. Whoever else works for the same phone waits until this transaction ends.</summary>
    public async Task<Client> GetOrCreateAsync(PhoneNumber phone, string? name, CancellationToken cancellationToken)
    {
        await unitOfWork.TakeTurnAsync(phone.Value, cancellationToken);
        var client = await clients.FindByPhoneAsync(phone, cancellationToken);
        if (client is null)
        {
            client = new Client(Guid.CreateVersion7(), phone, name?.Trim());
            clients.Insert(client);
        }
        else
        {
            client.Rename(name);
        }
        return client;
    }
}

/// <summary>Clients by phone.</summary>
public interface IClientRepository : IRepository<Client>
{
    /// <summary>The client with that phone, also one added in this unit of work, or null.</summary>
    Task<Client?> FindByPhoneAsync(PhoneNumber phone, CancellationToken cancellationToken);
}

using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace SaleAuto.Requests;

/// <summary>Who is asking, as far as limits are concerned.</summary>
public static class RemoteNetwork
{
    private const int SubscriberBytes = 8;

    /// <summary>The sender's IPv4 address, or the first 64 bits of an IPv6 one: a subscriber owns all the rest. Null when there is none.</summary>
    public static string? Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 })
        {
            return address?.ToString();
        }
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, SubscriberBytes, bytes.Length - SubscriberBytes);
        return new IPAddress(bytes).ToString();
    }
}

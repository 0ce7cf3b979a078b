using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SaleAuto.Telegram.Tests")]

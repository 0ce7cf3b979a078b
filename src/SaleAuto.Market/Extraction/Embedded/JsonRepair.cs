using System.Text;

namespace SaleAuto.Market;

/// <summary>Rewrites one almost-JSON value as strict JSON; a value that is cut off is closed where it ends.</summary>
internal sealed class JsonRepair(string text, int start)
{
    private const int MaxDepth = 120;

    private readonly StringBuilder _json = new();
    private readonly Stack<char> _open = new();
    private int _at = start;
    private bool _nameExpected;

    /// <summary>Strict JSON, or null when the text is no value (a block of code, for one).</summary>
    public string? Run(out int end)
    {
        while (_at < text.Length)
        {
            if (!Step())
            {
                end = _at;
                return null;
            }
            if (_open.Count == 0)
            {
                break;
            }
        }
        end = _at;
        CloseWhatIsCutOff();
        return _json.ToString();
    }

    private bool Step()
    {
        var c = text[_at];
        switch (c)
        {
            case '{' or '[':
                return Open(c);
            case '}' or ']':
                return Close(c);
            case ',':
                Comma();
                _at++;
                return true;
            case ':':
                _json.Append(':');
                _nameExpected = false;
                _at++;
                return true;
            case '"' or '\'' or '`':
                ReadText(c);
                return true;
            default:
                return char.IsWhiteSpace(c) || char.IsControl(c) ? Skip(1) : SkipComment() || ReadBareWord();
        }
    }

    private bool Open(char c)
    {
        if (_nameExpected || _open.Count >= MaxDepth)
        {
            return false;
        }
        _open.Push(c);
        _json.Append(c);
        _nameExpected = c == '{';
        _at++;
        return true;
    }

    private bool Close(char c)
    {
        if (_open.Count == 0 || _open.Peek() != (c == '}' ? '{' : '['))
        {
            return false;
        }
        DropTrailing();
        _open.Pop();
        _json.Append(c);
        _nameExpected = false;
        _at++;
        return true;
    }

    private void Comma()
    {
        if (_json.Length > 0 && _json[^1] is not (',' or '[' or '{' or ':'))
        {
            _json.Append(',');
            _nameExpected = _open.Count > 0 && _open.Peek() == '{';
        }
    }

    private void ReadText(char quote)
    {
        _json.Append('"');
        for (_at++; _at < text.Length && text[_at] != quote; _at++)
        {
            var c = text[_at];
            if (c == '\\' && _at + 1 < text.Length)
            {
                AppendEscape(text[++_at]);
            }
            else if (c is '"' or '\\')
            {
                _json.Append('\\').Append(c);
            }
            else
            {
                _json.Append(c < ' ' ? ' ' : c);
            }
        }
        _json.Append('"');
        _at++;
    }

    private void AppendEscape(char c)
    {
        if (c == 'x' && _at + 2 < text.Length && char.IsAsciiHexDigit(text[_at + 1]) && char.IsAsciiHexDigit(text[_at + 2]))
        {
            _json.Append("\\u00").Append(text, _at + 1, 2);
            _at += 2;
        }
        else if (c is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' || (c == 'u' && _at + 4 < text.Length && text.AsSpan(_at + 1, 4).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0))
        {
            _json.Append('\\').Append(c);
        }
        else
        {
            _json.Append(c < ' ' ? ' ' : c);
        }
    }

    private bool SkipComment()
    {
        foreach (var (opening, closing) in (ReadOnlySpan<(string, string)>)[("//", "\n"), ("/*", "*/"), ("<!--", "-->"), ("-->", "")])
        {
            if (string.CompareOrdinal(text, _at, opening, 0, opening.Length) == 0)
            {
                var end = text.IndexOf(closing, _at + opening.Length, StringComparison.Ordinal);
                _at = end < 0 ? text.Length : end + closing.Length;
                return true;
            }
        }
        return false;
    }

    private bool Skip(int count)
    {
        _at += count;
        return true;
    }

    private bool ReadBareWord()
    {
        var from = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '_' or '$' or '.' or '-' or '+'))
        {
            _at++;
        }
        if (_at == from)
        {
            return false;
        }
        var word = text.AsSpan(from, _at - from);
        if (_nameExpected)
        {
            _json.Append('"').Append(word).Append('"');
        }
        else if (word is "true" or "false" or "null" || IsJsonNumber(word))
        {
            _json.Append(word);
        }
        else if (word is "undefined" or "NaN" or "Infinity" or "-Infinity")
        {
            _json.Append("null");
        }
        else
        {
            return false;
        }
        return true;
    }

    private static bool IsJsonNumber(ReadOnlySpan<char> word) =>
        double.TryParse(word, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _)
        && word[0] is not ('+' or '.') && word[^1] != '.' && !(word.Length > 1 && word[0] == '0' && char.IsAsciiDigit(word[1]));

    private void CloseWhatIsCutOff()
    {
        while (_open.Count > 0)
        {
            DropTrailing();
            _json.Append(_open.Pop() == '{' ? '}' : ']');
        }
    }

    private void DropTrailing()
    {
        if (_json.Length > 0 && _json[^1] == ':')
        {
            _json.Append("null");
        }
        else if (_nameExpected && _json.Length > 0 && _json[^1] == '"')
        {
            _json.Append(":null");
        }
        else if (_json.Length > 0 && _json[^1] == ',')
        {
            _json.Length--;
        }
    }
}
